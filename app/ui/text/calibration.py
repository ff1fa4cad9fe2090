"""Words of 尺規校準: setting up, the calm form, results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class CalibrationWords:
    """Placeholders in braces are filled with ``str.format``."""

    step: str
    intro: str
    none_yet: str
    set_up: str
    applicants: str
    applicants_help: str
    reviewers: str
    open: str
    opened: str
    problems: Mapping[str, str]
    stale_round: str
    running: str
    progress_reviewer: str
    progress_done: str
    close: str
    close_confirm: str
    close_first: str
    closed: str
    form_intro: str
    form_all_done: str
    form_applicant: str
    done_mark: str
    read: str
    score: str
    comment: str
    save: str
    saved: str
    stale_form: str
    moved: str
    entry_problems: Mapping[str, str]
    no_forms: str
    results: str
    round_name: str
    finished: str
    agreement: str
    agreement_help: str
    column_dimension: str
    column_applicants: str
    column_icc: str
    column_alpha: str
    column_difference: str
    column_same: str
    total: str
    usage: str
    usage_help: str
    disputes: str
    disputes_none: str
    dispute_words: Mapping[str, str]
    kinds: Mapping[str, str]
    notes: str
    notes_help: str
    note_dimension: str
    note_level: str
    note: str
    anchors: str
    note_save: str
    note_saved: str
    note_stale: str
    comparison: str
    comparison_help: str
    column_reviewer: str
    column_then: str
    column_at: str
    column_reviews: str
    column_now: str
    column_severity: str
    column_distance: str


ZH = CalibrationWords(
    step="尺規校準",
    intro="正式評分前，請委員先各自獨立評同幾位考生，再一起看哪些尺規文字讀法不同。校準的分數另外保存，絕不計入任何排序、總分或匯出。",
    none_yet="目前沒有進行中的校準。",
    set_up="開始一輪校準",
    applicants="校準用的考生（3–15 位）",
    applicants_help="預設依繳交方式與相對表現平均取樣，並避開有委員迴避的考生；可自行增減。",
    reviewers="參與的委員",
    open="開放校準評分",
    opened="已開放校準，{count} 位委員可以開始評分。",
    problems={
        "too_few": "至少要 3 位考生。",
        "too_many": "最多 15 位考生。",
        "too_few_reviewers": "至少要 2 位委員。",
        "unknown_application": "有考生不屬於這個校系。",
        "unknown_reviewer": "有委員不屬於這個校系，或帳號已停用。",
        "one_is_open": "已有一輪校準在進行，請先結束。",
    },
    stale_round="其他人剛剛變更了這輪校準，畫面已更新，請看過後再試一次。",
    running="校準進行中：{applicants} 位考生、{reviewers} 位委員。結束前，任何人都看不到其他人的分數。",
    progress_reviewer="委員",
    progress_done="已評完",
    close="結束校準並公開結果",
    close_first="還有委員沒有評完；請先勾選左邊的確認，或等他們評完。",
    close_confirm="還有 {count} 份未評完，仍要結束",
    closed="校準已結束，參與的委員都可以看到結果。",
    form_intro="請獨立評分；依尺規文字給分，並寫下理由。",
    form_all_done="您已評完所有校準考生；結束前仍可修改。",
    form_applicant="考生",
    done_mark="✓ ",
    read="開啟資料（新分頁）",
    score="分數（0–{maximum}）",
    comment="理由",
    save="儲存這位考生的校準評分",
    saved="已儲存。",
    stale_form="另一個視窗剛存過這位考生的校準評分，這次沒有存檔。您輸入的內容還在；再按一次儲存，會以這裡的內容為準。",
    moved="評審計畫已改版，這份表單是舊的，沒有存檔。請重新整理頁面。",
    entry_problems={
        "not_a_number": "「{dimension}」不是數字。",
        "out_of_range": "「{dimension}」要在 {low}–{high} 之間。",
        "off_step": "「{dimension}」要以 {step} 為單位。",
        "too_long": "「{dimension}」的理由超過 {limit} 字。",
        "unknown_dimension": "計畫中已沒有這個面向，請重新整理頁面。",
        "bad_event": "表單不完整，請重新整理頁面。",
        "no_reason": "請寫明理由。",
        "abstained": "這位考生已棄權。",
    },
    no_forms="這輪校準沒有您要評的考生。",
    results="校準結果",
    round_name="{time} 的校準（{count} 位考生）",
    finished="完成 {finished} / {expected} 份",
    agreement="一致程度",
    agreement_help="計入至少有兩位委員評過的考生。ICC(A,1)：單一委員的絕對一致性；α：Krippendorff 的信度係數；1 為完全一致，方括號為 95% 區間。平均差距：兩位委員分數差的平均。考生少時區間很寬，請與下方的尺規爭議一起看。",
    column_dimension="面向",
    column_applicants="考生數",
    column_icc="ICC(A,1) [95%]",
    column_alpha="α [95%]",
    column_difference="平均差距（分）",
    column_same="同等第比例",
    total="總分",
    usage="等第使用",
    usage_help="每位委員在各面向給了幾次各等第，由高到低。",
    disputes="有爭議的尺規文字",
    disputes_none="所有考生的各面向，委員都落在同一等第。",
    dispute_words={"sentences": "並列文字", "comments": "委員的理由", "none": "（沒有理由）"},
    kinds={"apart": "相差 {distance} 個等第", "split": "落在相鄰等第"},
    notes="寫回尺規註記",
    notes_help="把討論的共識寫到評審計畫草案的等第註記，並可指定代表這個等第的考生。鎖定新版計畫後生效。",
    note_dimension="面向",
    note_level="等第",
    note="共識註記",
    anchors="代表考生",
    note_save="寫入計畫草案",
    note_saved="已寫入計畫草案的「{level}」註記。",
    note_stale="計畫草案剛被其他人改過，註記沒有寫入。畫面已更新，請看過後再寫一次。",
    comparison="與正式評分比較",
    comparison_help="上表：各面向在校準時與正式評分（兩份以上評分的考生）的一致程度。下表：各委員。寬嚴：正值較寬、負值較嚴（扣除考生差異後的分數）；平均差距：與共同評審者的分數差。委員之間沒有共同考生時不能比較，留空。",
    column_reviewer="委員",
    column_reviews="評分份數",
    column_at="{when} {column}",
    column_then="校準",
    column_now="正式",
    column_severity="{when} 寬嚴",
    column_distance="{when} 平均差距",
)

EN = CalibrationWords(
    step="Calibration",
    intro="Before scoring in earnest, reviewers score the same few applicants on their own and then look together at the rubric sentences they read differently. These scores are kept apart and never enter any list, total or export.",
    none_yet="No calibration is running.",
    set_up="Start a calibration round",
    applicants="Applicants (3–15)",
    applicants_help="The proposal spreads over ways of submission and standing and leaves out applicants somebody is recused from; change it as you like.",
    reviewers="Reviewers who take part",
    open="Open for scoring",
    opened="Open: {count} reviewers can begin.",
    problems={
        "too_few": "At least 3 applicants.",
        "too_many": "15 applicants at the most.",
        "too_few_reviewers": "At least 2 reviewers.",
        "unknown_application": "An applicant is not of this programme.",
        "unknown_reviewer": "A reviewer is not of this programme, or the account is disabled.",
        "one_is_open": "A calibration is running already; close it first.",
    },
    stale_round="Somebody changed this calibration just now; the page is up to date: look, then try again.",
    running="Running: {applicants} applicants, {reviewers} reviewers. Until it closes nobody sees anybody else's scores.",
    progress_reviewer="Reviewer",
    progress_done="Finished",
    close="Close and show the results",
    close_first="Some reviewers have not finished: tick the confirmation first, or wait for them.",
    close_confirm="{count} forms are unfinished; close all the same",
    closed="Closed: everybody who took part can see the results.",
    form_intro="Please score independently, by the sentences of the rubric, and say why.",
    form_all_done="You have finished every applicant; changes are possible until it closes.",
    form_applicant="Applicant",
    done_mark="✓ ",
    read="Read the file (new tab)",
    score="Score (0–{maximum})",
    comment="Why",
    save="Save this applicant",
    saved="Saved.",
    stale_form="Another window just saved this applicant; this was not saved. What you typed is still here: save again to make it count.",
    moved="The plan has a new revision and this form is old; nothing was saved. Please reload the page.",
    entry_problems={
        "not_a_number": "“{dimension}” is not a number.",
        "out_of_range": "“{dimension}” must lie between {low} and {high}.",
        "off_step": "“{dimension}” goes in steps of {step}.",
        "too_long": "The reason for “{dimension}” is longer than {limit} characters.",
        "unknown_dimension": "A dimension is no longer in the plan; please reload the page.",
        "bad_event": "The form is incomplete; please reload the page.",
        "no_reason": "Please give a reason.",
        "abstained": "This applicant was abstained from.",
    },
    no_forms="There is no applicant for you in this round.",
    results="Results",
    round_name="Calibration of {time} ({count} applicants)",
    finished="{finished} of {expected} forms finished",
    agreement="Agreement",
    agreement_help="Over applicants scored by two reviewers or more. ICC(A,1): absolute agreement of a single reviewer; α: Krippendorff's alpha; 1 is perfect, brackets hold 95% intervals. Mean difference: of two reviewers' scores. With few applicants the intervals are wide: read them with the disputes below.",
    column_dimension="Dimension",
    column_applicants="Applicants",
    column_icc="ICC(A,1) [95%]",
    column_alpha="α [95%]",
    column_difference="Mean difference",
    column_same="Same level",
    total="Total",
    usage="Use of levels",
    usage_help="How often each reviewer chose each level, best first.",
    disputes="Rubric sentences in dispute",
    disputes_none="On every applicant and dimension the reviewers stand on one level.",
    dispute_words={"sentences": "Side by side", "comments": "Why", "none": "(no reason given)"},
    kinds={"apart": "{distance} levels apart", "split": "on neighbouring levels"},
    notes="Write notes to the rubric",
    notes_help="What was agreed goes to the level's note in the draft of the plan, with applicants who stand for the level. It holds once a new revision is locked.",
    note_dimension="Dimension",
    note_level="Level",
    note="What was agreed",
    anchors="Anchor applicants",
    note_save="Write to the draft",
    note_saved="Written to the note of “{level}” in the draft.",
    note_stale="Somebody changed the draft just now; the note was not written. The page is up to date: look, then write again.",
    comparison="Compared with the real round",
    comparison_help="First table: agreement by dimension in the calibration and in the real round (applicants with two scores or more). Second: by reviewer. Severity: positive is lenient, negative strict, with differences between applicants taken out; distance: from co-reviewers. Empty where reviewers share no applicants and cannot be compared.",
    column_reviewer="Reviewer",
    column_reviews="reviews",
    column_at="{when}: {column}",
    column_then="Calibration",
    column_now="Real round",
    column_severity="{when}: severity",
    column_distance="{when}: distance",
)

WORDS: Mapping[Language, CalibrationWords] = {Language.ZH: ZH, Language.EN: EN}
