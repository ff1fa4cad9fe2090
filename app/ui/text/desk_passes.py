"""Words of the passes over many applicants: one dimension over all, the grid, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class PassWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    dimension_title: str
    dimension_choose: str
    dimension_hint: str
    all_categories: str
    only_missing: str
    page_place: str
    page_previous: str
    page_next: str
    resort: str
    no_rows: str
    none_missing: str
    no_evidence: str
    open_evidence: str
    close_evidence: str
    open_applicant: str
    exact: str
    no_score: str
    row_saved: str
    row_saving: str
    row_unsaved: str
    row_failed: str
    row_stale: str
    row_abstained: str
    restored: str
    restored_older: str
    no_answer: str
    outside: str
    stale: str
    abstained: str
    rejected_abstained: str
    moved: str
    failed: str
    keep_mine: str
    take_stored: str
    retry: str
    end_abstention: str
    discard: str
    troubles: str
    go_there: str
    undo: str
    undo_nothing: str
    undo_changed: str
    undone: str
    count_scored: str
    grid_title: str
    grid_hint: str
    grid_name: str
    grid_number: str
    grid_state: str
    grid_total: str
    grid_flag: str
    grid_missing: str
    grid_count: str
    grid_sort: str
    grid_cell: str
    grid_level: str
    grid_empty: str
    paste_title: str
    paste_from: str
    paste_now: str
    paste_new: str
    paste_problem: str
    paste_apply: str
    paste_cancel: str
    paste_beyond: str
    paste_abstained: str
    paste_not_number: str
    paste_by_number: str
    paste_unknown: str
    paste_summary: str
    paste_too_wide: str
    score_category: str
    plain_table: str
    not_assigned: str
    close_column: str
    replace_column: str
    replace_none: str
    linked: str
    unlinked: str
    column_hint: str
    compare_of: str
    discuss: str
    levels: str


ZH = PassWords(
    dimension_title="橫向評分",
    dimension_choose="評分面向",
    dimension_hint="數字鍵選等第 · ↑↓／Enter 換人 · F2 輸入分數 · N 下一位未評 · E 展開資料 · Ctrl+Z 復原",
    all_categories="所有核心資料",
    only_missing="只看未評",
    page_place="第 {page} / {pages} 頁",
    page_previous="上一頁",
    page_next="下一頁",
    resort="重新排序",
    no_rows="您沒有被指派評分的考生，因此沒有可評分的列。",
    none_missing="這個面向全部評完了。",
    no_evidence="沒有資料",
    open_evidence="展開全文",
    close_evidence="收合",
    open_applicant="前往個別考生",
    exact="分數",
    no_score="未評",
    row_saved="已存檔",
    row_saving="儲存中…",
    row_unsaved="尚未存檔",
    row_failed="沒有存檔",
    row_stale="兩處不同，請選擇",
    row_abstained="棄權",
    restored="還原了上次沒有存檔的輸入，請確認。",
    restored_older="評審計畫更新前輸入的是 {mine}，目前存檔 {stored}。請確認新的尺規後選擇。",
    no_answer="伺服器沒有回應，輸入仍保留在這台電腦。",
    outside="須為 0–{maximum}，每 {step} 分一級",
    stale="這個分數在別處已改為 {stored}；您的輸入是 {mine}。",
    abstained="已棄權：{reason}",
    rejected_abstained="這位考生已棄權。要取消棄權並存入這個分數嗎？",
    moved="評審計畫已更新為第 {newest} 版，沒有存檔。請重新整理頁面；輸入仍保留在這台電腦。",
    failed="沒有存檔：{reason}",
    keep_mine="保留 {mine}",
    take_stored="採用 {stored}",
    retry="再存一次",
    end_abstention="取消棄權並評分",
    discard="放棄輸入",
    troubles="有 {count} 格沒有存檔",
    go_there="前往",
    undo="復原",
    undo_nothing="沒有可以復原的變更。",
    undo_changed="這一格之後又有變更，沒有復原。",
    undone="已復原",
    count_scored="本面向已評 {scored} / {count}",
    grid_title="評分總表",
    grid_hint="方向鍵移動 · 輸入即取代 · Enter 存檔往下 · Tab 往右 · F2 編輯 · Esc 還原 · Delete 清除 · 可由試算表貼上一欄 · Ctrl+Z 復原 · Ctrl+Enter 前往考生",
    grid_name="姓名",
    grid_number="編號",
    grid_state="狀態",
    grid_total="總分",
    grid_flag="討論",
    grid_missing="只看未評完",
    grid_count="{count} 位，全部評完 {scored}",
    grid_sort="依「{column}」排序",
    grid_cell="{name}\u3000{column}\u3000{value}",
    grid_level="等第 {level}",
    grid_empty="未評",
    paste_title="貼上「{dimension}」：{count} 格會變更",
    paste_from="考生",
    paste_now="目前",
    paste_new="貼上",
    paste_problem="說明",
    paste_apply="套用 {count} 格",
    paste_cancel="取消",
    paste_beyond="超出清單的 {count} 列沒有對應的考生。",
    paste_abstained="已棄權，不變更",
    paste_not_number="不是分數",
    paste_by_number="依第一欄的編號對應考生。",
    paste_unknown="找不到編號 {number}",
    paste_summary="{changed} 格變更，{same} 格相同，{blank} 格空白略過，{wrong} 格有問題",
    paste_too_wide="貼上的欄數超出評分面向，多出的欄已略過。",
    score_category="在列上評分：",
    plain_table="排序表",
    not_assigned="未指派給您",
    close_column="移除此欄",
    replace_column="換下一位",
    replace_none="沒有下一位",
    linked="同步捲動",
    unlinked="各自捲動",
    column_hint="按 1–{count} 移到該欄",
    compare_of="並列比較 {count} 位",
    discuss="提出討論",
    levels="等第",
)
EN = PassWords(
    dimension_title="Score across",
    dimension_choose="Dimension",
    dimension_hint="digits choose the level · ↑↓ / Enter move · F2 types a score · N next without a score · E opens evidence · Ctrl+Z undoes",
    all_categories="All core data",
    only_missing="Not scored only",
    page_place="Page {page} / {pages}",
    page_previous="Previous page",
    page_next="Next page",
    resort="Sort again",
    no_rows="No applicants are assigned to you for scoring, so there are no rows.",
    none_missing="Everybody is scored in this dimension.",
    no_evidence="nothing",
    open_evidence="Full text",
    close_evidence="Close",
    open_applicant="Open applicant",
    exact="Score",
    no_score="not scored",
    row_saved="saved",
    row_saving="saving…",
    row_unsaved="not saved yet",
    row_failed="not saved",
    row_stale="two values: choose",
    row_abstained="abstained",
    restored="Restored what was not saved last time; please check.",
    restored_older="Entered as {mine} before the plan was revised; stored is {stored}. Check the new scale and choose.",
    no_answer="The server did not answer; the value is kept on this computer.",
    outside="0–{maximum} in steps of {step}",
    stale="Changed elsewhere to {stored}; you entered {mine}.",
    abstained="Abstained: {reason}",
    rejected_abstained="You abstained from this applicant. End the abstention and save this score?",
    moved="The plan moved to revision {newest}; nothing was saved. Reload the page; your input is kept on this computer.",
    failed="Not saved: {reason}",
    keep_mine="Keep {mine}",
    take_stored="Take {stored}",
    retry="Save again",
    end_abstention="End abstention and score",
    discard="Discard",
    troubles="{count} cells are not saved",
    go_there="Go there",
    undo="Undo",
    undo_nothing="There is nothing to undo.",
    undo_changed="This cell was changed again since; nothing was undone.",
    undone="Undone",
    count_scored="{scored} / {count} scored here",
    grid_title="Score grid",
    grid_hint="arrows move · typing replaces · Enter saves, down · Tab right · F2 edits · Esc reverts · Delete clears · paste a column · Ctrl+Z undoes · Ctrl+Enter opens the applicant",
    grid_name="Name",
    grid_number="No.",
    grid_state="State",
    grid_total="Total",
    grid_flag="Discuss",
    grid_missing="Unfinished only",
    grid_count="{count} applicants, {scored} finished",
    grid_sort="Sort by “{column}”",
    grid_cell="{name}, {column}, {value}",
    grid_level="level {level}",
    grid_empty="not scored",
    paste_title="Paste “{dimension}”: {count} cells would change",
    paste_from="Applicant",
    paste_now="Now",
    paste_new="Pasted",
    paste_problem="Note",
    paste_apply="Apply {count}",
    paste_cancel="Cancel",
    paste_beyond="{count} rows beyond the list have no applicant.",
    paste_abstained="abstained, left alone",
    paste_not_number="not a score",
    paste_by_number="Matched by the numbers in the first column.",
    paste_unknown="no applicant {number}",
    paste_summary="{changed} change, {same} the same, {blank} blank passed over, {wrong} with a problem",
    paste_too_wide="More columns than dimensions were pasted; the rest is left out.",
    score_category="Score in the rows:",
    plain_table="Table to sort",
    not_assigned="not assigned to you",
    close_column="Remove column",
    replace_column="Next applicant",
    replace_none="No further applicant",
    linked="Scroll together",
    unlinked="Scroll apart",
    column_hint="Press 1–{count} to go to a column",
    compare_of="{count} side by side",
    discuss="For discussion",
    levels="level",
)

WORDS: Mapping[Language, PassWords] = {Language.ZH: ZH, Language.EN: EN}
