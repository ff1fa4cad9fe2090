"""Words of the announcement of core data and of the items open per channel and year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class NoticeWords:
    """Placeholders in braces are filled with ``str.format``; mappings go by stage, by problem and by channel."""

    tab_choose: str
    tab_notice: str
    tab_cover: str
    view_channel: str
    intro: str
    stages: Mapping[str, str]
    open: str
    announced: str
    announced_before: str
    reopened: str
    accepts_pdf: str
    most_pages: str
    most_megabytes: str
    no_limit: str
    not_a_number: str
    items: str
    items_help: str
    remarks: str
    remark_of: str
    remarks_later: str
    questions: str
    text: str
    save: str
    saved: str
    announce: str
    announce_confirm: str
    announce_first: str
    closed_announced: str
    closed_announced_office: str
    closed_no_right: str
    announce_done: str
    reopen: str
    reopen_reason: str
    reopen_done: str
    stale: str
    page: str
    file: str
    nothing_announced: str
    problems: Mapping[str, str]
    channel_intro: str
    channel_title: str
    channels: Mapping[str, str]
    channel_save: str
    channel_saved: str
    channel_unknown: str
    channel_empty: str
    channel_hit: str
    channel_undecided: str


ZH = NoticeWords(
    tab_choose="勾選核心資料",
    tab_notice="三階段公告",
    tab_cover="涵蓋與開課",
    view_channel="管道可參採項目",
    intro="依年度時程分三階段公告：先公告資料形式，再公告參採項目，最後公告參採說明與自述題目。公告後即鎖定；重新開放要寫原因，並留下紀錄。",
    stages={
        "format": "第一階段　資料形式",
        "items": "第二階段　參採項目（核心資料）",
        "details": "第三階段　參採說明與自述題目",
    },
    open="未公告",
    announced="已公告 {time}",
    announced_before="已公告",
    reopened="重新開放的原因：{reason}",
    accepts_pdf="接受自行上傳 PDF",
    most_pages="每份 PDF 頁數上限",
    most_megabytes="每份 PDF 大小上限（MB）",
    no_limit="不另設限",
    not_a_number="「{value}」不是可用的上限：請填大於 0 的整數，或留白。沒有存檔。",
    items="校系採用的項目",
    items_help="只列出招生辦公室開放的項目。",
    remarks="各項目的參採說明",
    remark_of="{code} {label}",
    remarks_later="選定參採項目後，才能填寫各項目的說明。",
    questions="學習歷程自述題目（一行一題）",
    text="補充文字",
    save="儲存草稿",
    saved="已儲存「{stage}」的草稿。",
    announce="公告並鎖定",
    announce_confirm="我確認內容已核定",
    announce_first="請先勾選「{confirm}」。",
    closed_announced="這個階段已公告，內容鎖定。要修改，請招生辦公室寫明原因後重新開放。",
    closed_announced_office="這個階段已公告，內容鎖定。要修改，請在下方寫明原因後重新開放；後面的階段要先重新開放。",
    closed_no_right="您可以檢視，但沒有填寫的權限；內容由系主席或招生辦公室填寫。",
    announce_done="已公告「{stage}」。",
    reopen="重新開放",
    reopen_reason="重新開放的原因（必填，留下紀錄）",
    reopen_done="已重新開放「{stage}」。",
    stale="其他人已先修改這個階段，您的變更沒有存檔。畫面已更新為資料庫的版本，請再確認一次。",
    page="列印用公告",
    file="機器可讀檔（JSON）",
    nothing_announced="公告第一階段後，這裡會有可列印的公告與機器可讀檔。",
    problems={
        "announced": "這個階段已公告並鎖定，請先重新開放。",
        "not_announced": "這個階段還沒有公告。",
        "earlier_open": "前一個階段還沒有公告，請依序公告。",
        "later_announced": "後面的階段已經公告，請先重新開放後面的階段。",
        "nothing_chosen": "還沒有選定任何參採項目。",
        "item_not_allowed": "選定的項目中有招生辦公室未開放的項目，請先取消。",
        "remark_without_item": "參採說明寫了不在參採項目中的項目，請先刪除那些說明並存檔。",
        "limit_not_positive": "上限必須大於 0。",
        "too_long": "文字太長或題目太多，請縮短後再存檔。",
        "empty": "這個階段還沒有存檔的內容。",
        "reason_missing": "請先寫重新開放的原因。",
    },
    channel_intro="這裡設定整個招生管道當年度可參採的項目，管道內各校系一體適用；個別校系可在「審查資料項目」再縮小範圍。已公布的校系維持公布的內容。",
    channel_title="{channel} {year} 學年度",
    channels={"cac": "大學申請入學", "jctv": "四技二專甄選入學"},
    channel_save="儲存管道可參採項目",
    channel_saved="已儲存：{channel} {year} 學年度開放 {count} 項。",
    channel_unknown="不是本年度的項目：{items}",
    channel_empty="至少要開放一項。",
    channel_hit="這些校系已選用被關閉的項目，須重新選定才能公告：{names}",
    channel_undecided="尚未設定，目前全部開放。",
)

EN = NoticeWords(
    tab_choose="Core data",
    tab_notice="Announcement",
    tab_cover="Coverage and courses",
    view_channel="Items of the channel",
    intro="Announced in three stages over the year: forms first, then items, then remarks and questions. Each stage locks what it says; reopening needs a reason and is logged.",
    stages={
        "format": "Stage 1: forms",
        "items": "Stage 2: items considered (core data)",
        "details": "Stage 3: remarks and questions",
    },
    open="not announced",
    announced="announced {time}",
    announced_before="announced",
    reopened="Reopened because: {reason}",
    accepts_pdf="Accept uploaded PDF files",
    most_pages="Most pages in each PDF",
    most_megabytes="Largest size of each PDF (MB)",
    no_limit="no limit of our own",
    not_a_number="“{value}” cannot be a limit: give a whole number above 0, or leave it empty. Nothing was saved.",
    items="Items the programme considers",
    items_help="Only items that the admissions office has opened.",
    remarks="Remarks on the items",
    remark_of="{code} {label}",
    remarks_later="Choose the items first; then each can have a remark.",
    questions="Questions for the learning statement (one a line)",
    text="Further text",
    save="Save draft",
    saved="Draft of “{stage}” saved.",
    announce="Announce and lock",
    announce_confirm="I confirm that this is approved",
    announce_first="Tick “{confirm}” first.",
    closed_announced="This stage is announced and its content locked. To change it, ask the admissions office to reopen it with a reason.",
    closed_announced_office="This stage is announced and its content locked. To change it, reopen it below with a reason; a later stage must be reopened first.",
    closed_no_right="You may read this but not fill it in; the chair or the admissions office does.",
    announce_done="“{stage}” is announced.",
    reopen="Reopen",
    reopen_reason="Reason for reopening (required, logged)",
    reopen_done="“{stage}” is open again.",
    stale="Somebody changed this stage first; yours was not saved. The page now shows the stored one: please check again.",
    page="Announcement to print",
    file="File for machines (JSON)",
    nothing_announced="Once stage 1 is announced, the announcement to print and the file for machines are here.",
    problems={
        "announced": "This stage is announced and locked. Reopen it first.",
        "not_announced": "This stage is not announced.",
        "earlier_open": "An earlier stage is not announced yet. Announce in order.",
        "later_announced": "A later stage is announced. Reopen that one first.",
        "nothing_chosen": "No item is chosen yet.",
        "item_not_allowed": "An item is chosen that the admissions office has not opened. Take it out first.",
        "remark_without_item": "There is a remark on an item that is not chosen. Delete it and save first.",
        "limit_not_positive": "Limits must be above 0.",
        "too_long": "The text is too long, or there are too many questions. Shorten and save again.",
        "empty": "Nothing was saved for this stage yet.",
        "reason_missing": "Give a reason for reopening first.",
    },
    channel_intro="What every programme of this admission channel may consider this year. Single programmes can be narrowed further under “Review items”. Published lists stay as published.",
    channel_title="{channel}, admission year {year}",
    channels={"cac": "University application (CAC)", "jctv": "Technological and vocational selection (JCTV)"},
    channel_save="Save items of the channel",
    channel_saved="Saved: {count} items open for {channel}, admission year {year}.",
    channel_unknown="Not items of this year: {items}",
    channel_empty="At least one item must be open.",
    channel_hit="These programmes have chosen an item that is now closed and must choose again: {names}",
    channel_undecided="Nothing decided yet: every item is open.",
)

WORDS: Mapping[Language, NoticeWords] = {Language.ZH: ZH, Language.EN: EN}
