"""Words of step 4: the ranked list, its filters, charts, rows and exports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class RankingWords:
    """Words of step 4. Placeholders in braces are filled with ``str.format``; ``table`` goes to the browser part."""

    progress: str
    progress_beyond: str
    progress_totals: str
    progress_open: str
    progress_done: str
    not_imported: str
    tab_list: str
    tab_components: str
    tab_label: str
    shown_list: str
    every_list: str
    one_list: str
    one_status: str
    line: str
    count_places: str
    count_no_quota: str
    count_extra: str
    count_undecided: str
    count_waitlisted: str
    count_not_admitted: str
    count_elsewhere: str
    count_without_total: str
    list_order: str
    pdf_view: str
    pdf_together: str
    pdf_apart: str
    pdf_view_help: str
    export: str
    export_help: str
    table: Mapping[str, str]
    gaps: str
    status_unknown: str
    blocks: Mapping[str, str]
    spread_title: str
    dimension_title: str
    no_total: str
    row_title: str
    row_close: str
    row_hidden: str
    row: Mapping[str, str]
    states: Mapping[str, str]
    made_of: str
    made_of_line: str


ZH = RankingWords(
    progress="評分進度：計畫要求每位考生 {each} 份、共 {required} 份，已完成 {counted} 份，尚缺 {missing} 份。",
    progress_beyond="另有 {beyond} 份超出要求（加評、第三審）。",
    progress_totals="{with_total}／{applications} 位考生有總分。",
    progress_open="評分尚未完成，名次可能改變。",
    progress_done="評分已全部完成。",
    not_imported="「{name}」尚有 {count} 位考生沒有匯入成績，因此沒有總分；請到「{tab}」匯入。",
    tab_list="總分排序",
    tab_components="其他成績",
    tab_label="標示未扣分檢查",
    shown_list="名單",
    every_list="總名單",
    one_list="名單：{name}",
    one_status="身份別：{name}",
    line="名額 {quota}",
    count_places="{name}：正取 {admitted}／名額 {quota}",
    count_no_quota="{name}：未定名額，不判定錄取",
    count_extra="其中增額 {count}",
    count_undecided="待決 {count} 位（剩 {places} 名額）",
    count_waitlisted="備取 {count}",
    count_not_admitted="未錄取 {count}",
    count_elsewhere="已於前一名單錄取 {count}",
    count_without_total="尚無總分 {count}",
    list_order="名單依序錄取：{order}。在前一名單錄取者不占後面名單的名額；沒有錄取或備取者，在後面符合身份的名單繼續競爭。",
    pdf_view="自行上傳 PDF 的考生",
    pdf_together="同列並標示",
    pdf_apart="另列名單",
    pdf_view_help="只改變這個畫面；匯出一律依鎖定計畫的設定（{plan}）。",
    export="匯出 {format}",
    export_help="內含資料版本、計畫修訂版、規則與評分摘要碼；每次匯出都會留下紀錄。",
    table={
        "label": "總分排序",
        "filter": "搜尋編號、姓名或學校…",
        "reset": "回復名次順序",
        "sort": "依「{column}」排序",
        "rank": "名次",
        "number": "編號",
        "name": "姓名",
        "school": "畢業學校",
        "status": "身份別",
        "mode": "資料形式",
        "total": "總分",
        "reviews": "評分",
        "outcome": "錄取結果",
        "review_total": "審查成績",
        "absent": "缺考",
        "remarks": "備註",
        "open": "查看各委員評分",
        "nothing": "沒有符合的考生",
        "people": "{count} 人",
    },
    gaps="差分 {count} 項，最大 {largest}",
    status_unknown="未註明",
    blocks={
        "main:ranked": "",
        "main:gated": "未達最低得分或缺考，不排名次",
        "main:unscored": "尚無總分（不是 0 分）",
        "pdf:ranked": "PDF 上傳：另列名次",
        "pdf:gated": "PDF 上傳：未達最低得分或缺考，不排名次",
        "pdf:unscored": "PDF 上傳：尚無總分（不是 0 分）",
    },
    spread_title="總分分布",
    dimension_title="各面向平均分數",
    no_total="還沒有任何總分。",
    row_title="{number} {name}",
    row_close="關閉",
    row_hidden="各委員的評分只有未迴避的系主席可以查看。",
    row={
        "reviewer": "委員",
        "total": "總分",
        "saved": "存檔",
        "comment": "總評",
        "desk": "開啟評量畫面",
        "abstain_reason": "棄權原因",
        "none": "—",
        "mean": "平均",
        "flagged": "已標記討論",
        "old_revision": "第 {revision} 修訂版時輸入",
        "old_scale": "評分於舊尺度（第 {revision} 修訂版），需重新評分",
    },
    states={
        "not_scored": "未評",
        "partial": "未評完",
        "abstained": "棄權",
        "scored": "已評",
        "recused": "迴避",
    },
    made_of="這份清單的依據",
    made_of_line="資料版本 {snapshot}　·　計畫 {plan} 第 {revision} 修訂版　·　評分摘要碼 {digest}",
)

EN = RankingWords(
    progress="Progress: the plan requires {each} reviews of every applicant, {required} in all; {counted} are finished, {missing} missing. ",
    progress_beyond="{beyond} more are beyond what it requires (cross and third readings). ",
    progress_totals="{with_total} of {applications} applicants have a total. ",
    progress_open="Scoring is not finished; ranks may change.",
    progress_done="All reviews are finished.",
    not_imported="“{name}” is not imported for {count} applicants, so they have no total; import it in “{tab}”.",
    tab_list="Ranking",
    tab_components="Other results",
    tab_label="Check of the PDF label",
    shown_list="List",
    every_list="Whole list",
    one_list="List: {name}",
    one_status="Status: {name}",
    line="{quota} places",
    count_places="{name}: {admitted} admitted, quota {quota}",
    count_no_quota="{name}: no quota set, nobody is told admitted",
    count_extra="{count} of them extra",
    count_undecided="{count} undecided ({places} places left)",
    count_waitlisted="{count} on the waitlist",
    count_not_admitted="{count} not admitted",
    count_elsewhere="{count} admitted in an earlier list",
    count_without_total="{count} without a total",
    list_order="Lists are filled in order: {order}. Whoever is admitted in one takes no place in a later one; those not admitted or waitlisted compete on in later lists of their status.",
    pdf_view="Applicants with their own PDF",
    pdf_together="One list, marked",
    pdf_apart="List of their own",
    pdf_view_help="Changes this view only; exports always follow the locked plan ({plan}).",
    export="Export {format}",
    export_help="Holds data version, plan revision, rules and digest of scores; every export is logged.",
    table={
        "label": "Ranking",
        "filter": "Search number, name or school…",
        "reset": "Back to ranks",
        "sort": "Sort by “{column}”",
        "rank": "Rank",
        "number": "Number",
        "name": "Name",
        "school": "School",
        "status": "Status",
        "mode": "Submission",
        "total": "Total",
        "reviews": "Reviews",
        "outcome": "Outcome",
        "review_total": "Review total",
        "absent": "absent",
        "remarks": "Remarks",
        "open": "Show each reviewer's scores",
        "nothing": "No applicant matches",
        "people": "{count}",
    },
    gaps="{count} gaps, largest {largest}",
    status_unknown="not stated",
    blocks={
        "main:ranked": "",
        "main:gated": "Below a minimum or absent, without a rank",
        "main:unscored": "No total yet (not a zero)",
        "pdf:ranked": "PDF upload: ranked apart",
        "pdf:gated": "PDF upload: below a minimum or absent, without a rank",
        "pdf:unscored": "PDF upload: no total yet (not a zero)",
    },
    spread_title="Spread of totals",
    dimension_title="Mean scores by dimension",
    no_total="There is no total yet.",
    row_title="{number} {name}",
    row_close="Close",
    row_hidden="Only a chair who is not recused may see what each reviewer scored.",
    row={
        "reviewer": "Reviewer",
        "total": "Total",
        "saved": "Saved",
        "comment": "Comment",
        "desk": "Open in the review",
        "abstain_reason": "Reason for abstaining",
        "none": "—",
        "mean": "Mean",
        "flagged": "flagged for discussion",
        "old_revision": "entered under revision {revision}",
        "old_scale": "scored on an old scale (revision {revision}), to be scored again",
    },
    states={
        "not_scored": "not scored",
        "partial": "unfinished",
        "abstained": "abstained",
        "scored": "scored",
        "recused": "recused",
    },
    made_of="What this list is made of",
    made_of_line="Data version {snapshot}　·　plan {plan} revision {revision}　·　digest of scores {digest}",
)

WORDS: Mapping[Language, RankingWords] = {Language.ZH: ZH, Language.EN: EN}
