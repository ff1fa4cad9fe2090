"""Words of 名單紀錄: the list as of a moment, what changed, lists that left, verification, appeals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class RecordsWords:
    """Placeholders in braces are filled with ``str.format``."""

    step: str
    view: str
    views: Mapping[str, str]
    moment: str
    moment_earlier: str
    moment_later: str
    moment_now: str
    moment_other: str
    moment_to_come: str
    moment_help: str
    moment_day: str
    moment_event: str
    moment_last_save: str
    moment_last_of_day: str
    date: str
    time: str
    no_list: str
    known_from: str
    listed: str
    download: str
    download_help: str
    columns: Mapping[str, str]
    blocks: Mapping[str, str]
    made_of: str
    nothing_changed: str
    changed: str
    filter: str
    filters: Mapping[str, str]
    by_others: str
    hidden: str
    net: str
    open_row: str
    common: str
    no_list_then: str
    left_none: str
    left_intro: str
    forms: Mapping[str, str]
    command_line: str
    verify_label: str
    verify_intro: str
    verify_agrees: str
    verify_agrees_in_other_words: str
    verify_recorded: str
    verify_unrecorded: str
    verify_by_record: Mapping[str, str]
    verify_doubtful: str
    verify_differs: str
    verify_unreadable: str
    verify_unknown: str
    verify_other_program: str
    verify_stated: str
    findings: Mapping[str, str]
    reasons: Mapping[str, str]
    appeal_number: str
    appeal_intro: str
    appeal_none: str
    appeal_download: str
    appeal_paper: str


ZH = RecordsWords(
    step="名單紀錄",
    view="檢視",
    views={
        "as_of": "某時的名單",
        "compare": "比較兩個時間",
        "left": "匯出紀錄",
        "verify": "驗證檔案",
        "appeal": "成績複查",
    },
    moment="時間",
    moment_earlier="較早的時間",
    moment_later="較晚的時間",
    moment_now="現在",
    moment_other="其他時間…",
    moment_to_come="這個時間還沒有到；以下是現在的名單。",
    moment_help="先選日期，再選當天的事項：鎖定、階段、匯出、匯入與當日最後一次存檔；或選「其他時間」自行指定。時間都是臺北時間。",
    moment_day="{day}（{count} 件事）",
    moment_event="當天的事項",
    moment_last_save="最後一次存檔（{role}）：當日 {reviewers} 人存檔 {saves} 次，共有 {reviews} 份評分",
    moment_last_of_day="當日最後一次存檔（{role}）：當日 {reviewers} 人存檔 {saves} 次，共有 {reviews} 份評分",
    date="日期",
    time="時刻",
    no_list="這個時間還沒有鎖定的評審計畫，因此沒有名單。",
    known_from="分派與迴避的變更自 {moment} 起才有紀錄；這份名單以當時所知的分派計算。",
    listed="第 {revision} 修訂版：{total} 位考生，{ranked} 位排名，{unranked} 位未排名。",
    download="下載 {form}",
    download_help="與畫面上同一個時間的名單；檔案載明各項摘要碼，並留下匯出紀錄。",
    columns={
        "rank": "名次",
        "number": "編號",
        "name": "姓名",
        "total": "總分",
        "block": "狀態",
        "outcome": "錄取結果",
        "why": "原因",
        "rank_change": "名次",
        "total_change": "總分",
        "outcome_change": "狀態與錄取結果",
        "when": "時間",
        "what": "事項",
        "who": "經手",
        "form": "格式",
        "lines": "列數",
        "as_of": "名單截至",
        "revision": "計畫修訂版",
        "selection": "範圍",
        "digest": "名單摘要碼",
        "file": "檔案 SHA-256",
        "program": "程式版本",
        "place": "位置",
        "in_file": "檔案",
        "derived": "重新推導",
    },
    blocks={"ranked": "排名", "gated": "未達最低標準或缺考", "unscored": "沒有總分"},
    made_of="依據與摘要碼",
    nothing_changed="這兩個時間的名單沒有不同。",
    changed="{count} 位考生有變動：{own} 位因自己的評分或資料，{others} 位因他人的名次移動。",
    filter="顯示",
    filters={"own": "自己有變動", "others": "因他人移動", "all": "全部"},
    by_others="因他人的變動",
    hidden="您迴避這位考生，不顯示經過",
    net="{who}（{saves} 次存檔）{changes}",
    open_row="勾選一列，查看這位考生在這段期間的每一件事。",
    common="這段期間影響全體的事項",
    no_list_then="較早的時間還沒有名單；下列考生都是第一次出現。",
    left_none="還沒有名單匯出。",
    left_intro="每一份匯出的名單：時間、經手、格式與摘要碼。名單摘要碼相同，就是同一份名單。",
    forms={"pdf": "PDF（簽核）", "xlsx": "XLSX", "csv": "CSV", "json": "JSON"},
    command_line="命令列",
    verify_label="匯出的名單（PDF、XLSX、CSV 或 JSON）",
    verify_intro="依檔案所載的截至時間，由評分資料庫與資料快照重新推導名單，逐列比對；檔案改過一個位元組也會查出。檔案只用來比對，不會存檔。",
    verify_agrees="相符：{lines} 列與各項摘要碼都一致，檔案沒有改過。",
    verify_agrees_in_other_words="相符：{lines} 列的名次、總分與錄取結果、所依據的摘要碼都一致，檔案的位元組與匯出紀錄一致。現在的程式用語不同之處列於下表。",
    verify_recorded="這個檔案有匯出紀錄；重新產生的檔案與它逐位元組相同。",
    verify_unrecorded="沒有這個檔案的匯出紀錄；重新產生的檔案與它逐位元組相同。",
    verify_by_record={
        "file": "這個檔案的 SHA-256 與匯出時的紀錄相同，就是當時匯出的那一份；現在的函式庫寫出的位元組不同，因此以紀錄為憑。",
        "pages": "這個 PDF 的 SHA-256 與匯出時的紀錄相同，就是當時匯出的那一份。內容已由資料重做並逐列相符；但這台伺服器排出的頁面位元組不同（要有同一版 typst 與字型才會相同；當時 {then}，這裡 {now}），所以頁面以紀錄的 SHA-256 為憑。",
        "no_font": "這個 PDF 的 SHA-256 與匯出時的紀錄相同，就是當時匯出的那一份。內容已由資料重做並逐列相符；這台伺服器沒有排版用的字型（當時 {then}），無法重做頁面，所以頁面以紀錄的 SHA-256 為憑。",
    },
    verify_doubtful="名單內容由資料重做後逐列相符，不同的只有 PDF 的頁面或位元組，而且沒有這個檔案的匯出紀錄：可能是檔案改過，也可能是這台伺服器的 typst 或字型（{now}）與產生檔案時不同，無法分辨，所以不算相符。請改用 JSON、CSV 或 XLSX 檔驗證。",
    verify_differs="不符：{count} 項不同；{lines} 列中有 {equal} 列一致。",
    verify_unreadable="這不是可以驗證的名單：{reason}",
    verify_unknown="這個資料庫在檔案所載的時間，沒有這份鎖定的計畫或名單範圍。",
    verify_other_program="產生檔案的程式是 {then}，現在的程式是 {now}。",
    verify_stated="檔案所載：計畫 {plan} 第 {revision} 修訂版，截至 {as_of}。",
    findings={
        "bytes": "檔案的位元組與匯出的檔案不同",
        "stated": "所載的「{column}」不同",
        "value": "「{column}」不同",
        "missing": "檔案中沒有這一列",
        "added": "推導的名單中沒有這一列",
        "order": "列的順序不同或有重複",
        "heads": "欄位標題不同",
        "rules": "規則文字不同",
        "page": "這一頁看得見的文字不同",
    },
    reasons={
        "too_large": "檔案太大",
        "unreadable": "內容無法讀取或已損毀",
        "not_a_signed_list": "沒有名單的格式標示",
        "unreadable_moment": "截至時間無法讀取",
        "unknown_language": "語言不明",
    },
    appeal_number="考生編號",
    appeal_intro="輸入考生編號，列出造成這個成績的每一件事與總分的計算。每次開啟都會留下紀錄。",
    appeal_none="沒有這個編號，或您迴避這位考生。",
    appeal_download="下載複查表 {form}",
    appeal_paper="下載的複查表以代號表示委員，也不含差分處理與迴避的理由；畫面上則顯示姓名與理由。",
)

EN = RecordsWords(
    step="List records",
    view="View",
    views={
        "as_of": "List as of a moment",
        "compare": "Compare two moments",
        "left": "Lists that left",
        "verify": "Verify a file",
        "appeal": "Appeal",
    },
    moment="Moment",
    moment_earlier="Earlier moment",
    moment_later="Later moment",
    moment_now="Now",
    moment_other="Another moment…",
    moment_to_come="This moment has not come yet; below is the list of now.",
    moment_help="Choose a day, then what happened on it: locks, phases, exports, imports and the last save of the day; or another moment. All times are Taipei time.",
    moment_day="{day} ({count} events)",
    moment_event="What happened that day",
    moment_last_save="Last save ({role}): {saves} saves by {reviewers} that day, {reviews} reviews in all",
    moment_last_of_day="Last save of that day ({role}): {saves} saves by {reviewers}, {reviews} reviews in all",
    date="Date",
    time="Time",
    no_list="No review plan was locked by then, so there was no list.",
    known_from="Changes of assignments and recusals are on record since {moment} only; this list counts with what is known of then.",
    listed="Revision {revision}: {total} applicants, {ranked} ranked, {unranked} not ranked.",
    download="Download {form}",
    download_help="The list of the same moment as on screen; the file states its digests, and the export is put on record.",
    columns={
        "rank": "Rank",
        "number": "Number",
        "name": "Name",
        "total": "Total",
        "block": "State",
        "outcome": "Outcome",
        "why": "Why",
        "rank_change": "Rank",
        "total_change": "Total",
        "outcome_change": "State and outcome",
        "when": "When",
        "what": "What",
        "who": "By",
        "form": "Form",
        "lines": "Lines",
        "as_of": "List as of",
        "revision": "Plan revision",
        "selection": "Part",
        "digest": "Digest of the list",
        "file": "SHA-256 of the file",
        "program": "Program version",
        "place": "Where",
        "in_file": "In the file",
        "derived": "Derived again",
    },
    blocks={"ranked": "ranked", "gated": "below a minimum or absent", "unscored": "no total"},
    made_of="Made of, and digests",
    nothing_changed="The lists of these two moments do not differ.",
    changed="{count} applicants changed: {own} by their own scores or data, {others} moved by others.",
    filter="Show",
    filters={"own": "Changed themselves", "others": "Moved by others", "all": "All"},
    by_others="moved by others",
    hidden="You are recused from this applicant: what happened is not shown",
    net="{who} ({saves} saves) {changes}",
    open_row="Tick a row to read everything that happened to this applicant in between.",
    common="What concerned everyone in between",
    no_list_then="There was no list at the earlier moment; these applicants appear for the first time.",
    left_none="No list has left yet.",
    left_intro="Every list that left: when, by whom, in which form, with its digests. The same digest of the list is the same list.",
    forms={"pdf": "PDF (to sign)", "xlsx": "XLSX", "csv": "CSV", "json": "JSON"},
    command_line="command line",
    verify_label="A list that left (PDF, XLSX, CSV or JSON)",
    verify_intro="The list is derived again from the store and the snapshot, as of the moment the file states, and compared line by line; a single changed byte is found. The file is compared, never kept.",
    verify_agrees="Agrees: {lines} lines and every digest; the file is unchanged.",
    verify_agrees_in_other_words="Agrees in every number, outcome and digest of {lines} lines, and byte for byte with the record. What this program words otherwise is listed below.",
    verify_recorded="This very file is on record as having left; made again, it is the same byte for byte.",
    verify_unrecorded="This file is not on record; made again, it is the same byte for byte.",
    verify_by_record={
        "file": "The SHA-256 of this file is on record: it is the very file that left. Made again here it has other bytes, because a library is another version; so the record vouches.",
        "pages": "The SHA-256 of this PDF is on record: it is the very file that left. The list inside was derived again and agrees; its pages come out the same byte for byte only with the same typst and fonts (then {then}, here {now}), so for them the record vouches.",
        "no_font": "The SHA-256 of this PDF is on record: it is the very file that left. The list inside was derived again and agrees; this server lacks the fonts to set the pages (then {then}), so for them the record vouches.",
    },
    verify_doubtful="The list inside agrees line by line; only pages or bytes of the PDF differ, and this file is not on record. It may have been changed, or set with another typst or other fonts than here ({now}): that cannot be told apart, so it does not count as agreeing. Verify the JSON, CSV or XLSX instead.",
    verify_differs="Differs in {count} places; {equal} of {lines} lines agree.",
    verify_unreadable="This is no list that can be verified: {reason}",
    verify_unknown="This store knows no such locked plan, or part of a list, at the moment the file states.",
    verify_other_program="The file was made by {then}; this program is {now}.",
    verify_stated="Stated by the file: plan {plan} revision {revision}, as of {as_of}.",
    findings={
        "bytes": "The bytes are not those of the file that left",
        "stated": "“{column}” is stated differently",
        "value": "“{column}” differs",
        "missing": "This line is missing from the file",
        "added": "This line is not in the derived list",
        "order": "Lines in another order, or twice",
        "heads": "Other column heads",
        "rules": "Other rules",
        "page": "The visible text of this page differs",
    },
    reasons={
        "too_large": "the file is too large",
        "unreadable": "it cannot be read, or is damaged",
        "not_a_signed_list": "it does not say that it is a list",
        "unreadable_moment": "its moment cannot be read",
        "unknown_language": "its language is unknown",
    },
    appeal_number="Application number",
    appeal_intro="Enter an application number to see every event that made its score, and how the total was made. Every opening is logged.",
    appeal_none="There is no such number, or you are recused from this applicant.",
    appeal_download="Download appeal sheet {form}",
    appeal_paper="The downloaded sheet shows reviewers by letters and leaves out reasons of gap cases and recusals; the screen shows names and reasons.",
)

WORDS: Mapping[Language, RecordsWords] = {Language.ZH: ZH, Language.EN: EN}
