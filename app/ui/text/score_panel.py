"""Words of the scoring panel and of what became of a save."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ScoreWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    scoring: str
    score_weight: str
    score_points: str
    score_levels: str
    score_rubric: str
    score_comment: str
    score_overall: str
    score_flag: str
    score_abstain: str
    score_abstain_reason: str
    score_abstained: str
    score_total: str
    score_missing: str
    score_save: str
    score_save_next: str
    score_save_last: str
    score_saving: str
    score_saved: str
    score_unsaved: str
    score_never: str
    score_restored: str
    score_no_answer: str
    score_outside: str
    score_stale: str
    score_mine: str
    score_stored: str
    score_keep_mine: str
    score_take_stored: str
    score_took_stored: str
    score_nothing: str
    score_unchanged: str
    passed_unchanged: str
    score_not_assigned: str
    score_read_only: str
    problem_number: str
    problem_range: str
    problem_step: str
    problem_unknown: str
    problem_long: str
    problem_reason: str
    problem_event: str
    problem_moved: str
    problem_failed: str


ZH = ScoreWords(
    scoring="評分",
    score_weight="占比 {weight} %",
    score_points="配分 {weight}",
    score_levels="等第",
    score_rubric="尺規說明",
    score_comment="面向評語",
    score_overall="整體評語（選填）",
    score_flag="提出討論",
    score_abstain="棄權",
    score_abstain_reason="棄權理由（必填）",
    score_abstained="棄權",
    score_total="總分",
    score_missing="尚有 {count} 個面向未評",
    score_save="儲存",
    score_save_next="儲存並下一位",
    score_save_last="儲存（最後一位）",
    score_saving="儲存中…",
    score_saved="已存檔",
    score_unsaved="尚未存檔（已暫存於這台電腦）",
    score_never="尚未評分",
    score_restored="已還原上次未存檔的內容，請確認後儲存。",
    score_no_answer="伺服器沒有回應，內容仍保留在這裡。請再按一次儲存。",
    score_outside="須為 0–{maximum}，每 {step} 分一級",
    score_stale="這份評分在別處已被更新，剛才的內容沒有存檔。請比較後選擇：",
    score_mine="我的內容",
    score_stored="已存檔",
    score_keep_mine="保留我的內容",
    score_take_stored="採用已存檔",
    score_took_stored="已採用已存檔的版本。",
    score_nothing="尚未評分：請輸入分數，或勾選棄權",
    score_unchanged="內容與已存檔的相同，沒有變更。",
    passed_unchanged="未變更（沿用已存檔）：{name}",
    score_not_assigned="您未被指派評審這位考生，或已登記迴避，因此沒有評分表。",
    score_read_only="唯讀：您沒有被指派評分這位考生。",
    problem_number="「{dimension}」的分數不是數字。",
    problem_range="「{dimension}」須在 {low} 到 {high} 之間。",
    problem_step="「{dimension}」須以 {step} 分為單位。",
    problem_unknown="表單含有計畫中沒有的面向，請重新整理頁面。",
    problem_long="文字過長，最多 {limit} 字。",
    problem_reason="請填寫棄權理由。",
    problem_event="這次儲存缺少識別碼，請重新整理頁面後再試。",
    problem_moved="評審計畫已更新為第 {newest} 版，剛才的內容沒有存檔。請重新整理頁面；您輸入的內容仍暫存在這台電腦。",
    problem_failed="剛才的內容沒有存檔：{reason}",
)
EN = ScoreWords(
    scoring="Scores",
    score_weight="weight {weight} %",
    score_points="{weight} points",
    score_levels="level",
    score_rubric="Rubric",
    score_comment="Comment",
    score_overall="Overall comment (optional)",
    score_flag="For discussion",
    score_abstain="Abstain",
    score_abstain_reason="Reason for abstaining (required)",
    score_abstained="abstained",
    score_total="Total",
    score_missing="{count} dimensions to go",
    score_save="Save",
    score_save_next="Save and next",
    score_save_last="Save (last one)",
    score_saving="Saving…",
    score_saved="Saved",
    score_unsaved="Not saved yet (kept on this computer)",
    score_never="Nothing scored yet",
    score_restored="Restored what was not saved last time; check and save.",
    score_no_answer="The server did not answer; everything is still here. Press save again.",
    score_outside="0–{maximum} in steps of {step}",
    score_stale="This review was changed elsewhere; what you entered was not saved. Compare and choose:",
    score_mine="Mine",
    score_stored="Stored",
    score_keep_mine="Keep mine",
    score_take_stored="Take stored",
    score_took_stored="The stored version was taken.",
    score_nothing="Nothing scored yet: enter scores, or tick abstain",
    score_unchanged="Nothing changed: this is what is stored.",
    passed_unchanged="Unchanged, as stored: {name}",
    score_not_assigned="You are not assigned to this applicant, or are recused: there is no scoring form.",
    score_read_only="Read only: you are not assigned to score this applicant.",
    problem_number="The score of “{dimension}” is not a number.",
    problem_range="“{dimension}” must be between {low} and {high}.",
    problem_step="“{dimension}” goes in steps of {step}.",
    problem_unknown="The form holds a dimension the plan does not have. Reload the page.",
    problem_long="A text is too long: {limit} characters at most.",
    problem_reason="Give a reason for abstaining.",
    problem_event="This save has no identifier. Reload the page and try again.",
    problem_moved="The plan moved to revision {newest}; nothing was saved. Reload the page; your input is kept on this computer.",
    problem_failed="Nothing was saved: {reason}",
)
