"""Words of 差分檢核 and 待討論: queue, case, steps, limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class GapWords:
    """Placeholders in braces are filled with ``str.format``; ``queue`` and ``case`` go to the browser parts."""

    step: str
    discussion_step: str
    intro: str
    basis: str
    bases: Mapping[str, str]
    basis_help: str
    adjusted_not_comparable: str
    nothing: str
    states: Mapping[str, str]
    not_recorded: str
    reopened: str
    below_limit: str
    overdue: str
    due: str
    recused: str
    rules: Mapping[str, str]
    total: str
    flag: str
    level_flag: str
    queue: Mapping[str, str]
    case: Mapping[str, str]
    gone: str
    hidden: str
    review_states: Mapping[str, str]
    third: str
    before: str
    step_by_rule: str
    step_line: str
    step_third: str
    step_due: str
    act: str
    next_state: str
    reason: str
    reason_help: str
    deadline: str
    third_reviewer: str
    third_help: str
    choose_third: str
    no_candidate: str
    third_later: str
    third_chair: str
    chair_name: str
    discuss_later: str
    third_unfinished: str
    third_finished: str
    third_is_you: str
    record: str
    recorded: str
    problems: Mapping[str, str]
    stale: str
    moved: str
    preview: str
    preview_intro: str
    preview_words: Mapping[str, str]
    discussion_intro: str
    discussion_closed: str
    discussion_none: str
    discussion_blind: str
    discussion_after_own: str
    open_desk: str
    you_are_third: str


ZH = GapWords(
    step="差分檢核",
    discussion_step="討論與第三審",
    intro="評分差距達到計畫門檻的考生，依「須再討論 → 第三審 → 結案」逐件處理；每一步都要寫理由，沒有一件會自動結案。",
    basis="依據",
    bases={"raw": "原始分數", "adjusted": "扣除寬嚴後"},
    basis_help="「扣除寬嚴後」先扣除每位委員在各面向的寬嚴，再看差距；只供檢視，階段與結案都以原始分數為準。",
    adjusted_not_comparable="委員之間沒有共同評過的考生，無法比較寬嚴，因此沒有扣除寬嚴後的差距。",
    nothing="目前沒有差距達到門檻的考生。門檻可在「面向設定」的評分規則調整；下方可以先試算。",
    states={"discuss": "須再討論", "third": "第三審", "closed": "結案"},
    not_recorded="尚未列管",
    reopened="結案後分數有變動",
    below_limit="已低於門檻",
    overdue="逾期 {date}",
    due="期限 {date}",
    recused="您已迴避",
    rules={"range_gap": "高低差", "sd_gap": "標準差", "mean_gap": "離均差", "level_gap": "等第差"},
    total="總分",
    flag="{where}　{rule} {measured}%，門檻 {limit}%",
    level_flag="{where}　{rule} {measured} 級，門檻 {limit} 級",
    queue={
        "label": "差分個案",
        "filter": "篩選編號或姓名",
        "all": "全部",
        "open": "未結案",
        "overdue": "逾期",
        "number": "編號",
        "name": "姓名",
        "state": "狀態",
        "largest": "最大差距",
        "where": "差距所在",
        "due": "期限",
        "nothing": "沒有符合的個案",
        "hint": "↑↓ 移動，Enter 開啟",
        "sort": "依「{column}」排序",
    },
    case={
        "dimension": "面向",
        "total": "總分",
        "saved": "存檔時間",
        "comment": "整體評語",
        "history": "處理紀錄",
        "flags": "達到門檻的規則",
        "desk": "看資料",
        "none": "–",
        "close": "關閉",
    },
    gone="這位考生目前不在佇列中。",
    hidden="您沒有查看個別委員評分的權限，因此只列出規則與處理紀錄。",
    review_states={
        "not_scored": "未評",
        "partial": "未評完",
        "abstained": "棄權",
        "scored": "已評",
        "recused": "迴避",
    },
    third="第三審",
    before="原 {value}",
    step_by_rule="系統依門檻列管",
    step_line="{time}　{name}　{state}",
    step_third="第三審委員：{name}",
    step_due="期限：{date}",
    act="處理這件個案",
    next_state="改為",
    reason="理由（必填）",
    reason_help="寫下依據與決議，例如討論結論、為何需要第三審、為何可以結案。請勿寫考生姓名。",
    deadline="期限（選填）",
    third_reviewer="第三審委員",
    third_help="已在評這位考生或已迴避的委員不在名單中；選定後會自動分派。",
    choose_third="請選擇",
    no_candidate="沒有可以擔任第三審的委員，請先請招生辦公室建立帳號。",
    third_later="第三審委員要等階段進入「第三審」才能評分；進入前請確認每一件都已指定委員。",
    third_chair="主席看得到其他委員的評分；請主席擔任第三審時，就不是獨立評分。",
    chair_name="{name}（主席）",
    discuss_later="委員要等階段進入「差分討論」才能修改評分。",
    third_unfinished="第三審委員 {name} 還沒有完成評分。仍可結案，理由請寫明為何不等第三審。",
    third_finished="第三審委員 {name} 已完成評分（總分 {total}）；結案時請寫明採計結果。",
    third_is_you="您是這位考生的第三審委員：請按「看資料」到評量桌評分（階段為「第三審」時開放）。",
    record="記錄",
    recorded="已記錄為「{state}」。",
    problems={
        "no_reason": "請寫明理由。",
        "reason_too_long": "理由太長，請精簡到 500 字以內。",
        "no_third_reviewer": "請選擇第三審委員。",
        "third_is_recused": "這位委員已迴避這位考生。",
        "third_already_reviews": "這位委員已經在評這位考生。",
        "third_is_unknown": "這位委員不屬於這個校系，或帳號已停用。",
        "deadline_passed": "期限已經過去，請改選今天以後的日期。",
    },
    moved="這件個案剛才在別處（另一個分頁或另一個人）記錄為「{state}」。下面的表單已從新的狀態重新開始，請先看過處理紀錄。",
    stale="其他人剛剛處理過這件個案或改過分派，您的紀錄沒有存檔。畫面已更新，請看過後再試一次。",
    preview="門檻試算",
    preview_intro="有兩份以上完整評分的考生共 {compared} 位；下表是各門檻會列出的人數（各面向與總分取最大差距），計畫目前的門檻以粗框標示。",
    preview_words={"limit": "門檻", "people": "人", "off": "計畫未啟用", "percent": "%", "levels": "級"},
    discussion_intro="主席列為須再討論或第三審、由您評審的考生。",
    discussion_closed="目前是「{phase}」階段，沒有需要討論或複評的考生。進入「差分討論」或「第三審」後，需要您處理的考生會列在這裡。",
    discussion_none="目前沒有需要您討論或複評的考生。",
    discussion_blind="這個階段看不到其他委員的評分。",
    discussion_after_own="您評完這位考生後，就能看到其他委員的評分。",
    open_desk="開啟評分",
    you_are_third="您是第三審委員：請按「開啟評分」獨立評分並存檔，評完後主席會結案。這裡不顯示其他委員的評分。",
)

EN = GapWords(
    step="Gap check",
    discussion_step="Discussion, third reading",
    intro="Applicants whose scores lie apart by the plan's limits go through “to discuss → third reading → closed”, one by one; every step needs a reason and nothing closes by itself.",
    basis="Look at",
    bases={"raw": "Scores as given", "adjusted": "Severity taken out"},
    basis_help="“Severity taken out” first subtracts how lenient or strict each reviewer is in each dimension; it is only to look at. Phases and closing go by scores as given.",
    adjusted_not_comparable="The reviewers are not linked by applicants judged in common, so severity cannot be compared and taken out.",
    nothing="No applicant reaches a limit now. The limits stand in the scoring rules of “Dimensions”; try others below.",
    states={"discuss": "To discuss", "third": "Third reading", "closed": "Closed"},
    not_recorded="not recorded yet",
    reopened="scores changed after closing",
    below_limit="below the limits now",
    overdue="overdue {date}",
    due="due {date}",
    recused="you are recused",
    rules={
        "range_gap": "Range",
        "sd_gap": "Standard deviation",
        "mean_gap": "Distance from mean",
        "level_gap": "Levels apart",
    },
    total="Total",
    flag="{where}: {rule} {measured}%, limit {limit}%",
    level_flag="{where}: {rule} {measured}, limit {limit}",
    queue={
        "label": "Gap cases",
        "filter": "Number or name",
        "all": "All",
        "open": "Open",
        "overdue": "Overdue",
        "number": "Number",
        "name": "Name",
        "state": "State",
        "largest": "Largest",
        "where": "Where",
        "due": "Due",
        "nothing": "No such case",
        "hint": "↑↓ to move, Enter to open",
        "sort": "Sort by {column}",
    },
    case={
        "dimension": "Dimension",
        "total": "Total",
        "saved": "Saved",
        "comment": "Overall comment",
        "history": "Steps so far",
        "flags": "Limits reached",
        "desk": "Read the file",
        "none": "–",
        "close": "Close",
    },
    gone="This applicant is not in the queue now.",
    hidden="You may not see single reviewers' scores: only limits and steps are listed.",
    review_states={
        "not_scored": "not scored",
        "partial": "unfinished",
        "abstained": "abstained",
        "scored": "scored",
        "recused": "recused",
    },
    third="Third reading",
    before="was {value}",
    step_by_rule="recorded by the limits",
    step_line="{time}　{name}　{state}",
    step_third="Third reviewer: {name}",
    step_due="Due: {date}",
    act="Decide this case",
    next_state="Becomes",
    reason="Reason (required)",
    reason_help="What it rests on and what was decided: the result of the discussion, why a third reading, why it may close. Name no applicant.",
    deadline="Due (optional)",
    third_reviewer="Third reviewer",
    third_help="Reviewers who read this applicant already, or are recused, are not listed; the one chosen is assigned.",
    choose_third="Choose a reviewer",
    no_candidate="Nobody is free to read it a third time; the admissions office can add an account.",
    third_later="The third reviewer can score once the round enters “third reading”; name one for every such case before.",
    third_chair="The chair sees the other reviews: a third reading by the chair is not an independent one.",
    chair_name="{name} (chair)",
    discuss_later="Reviewers can change scores once the round enters “discussion”.",
    third_unfinished="{name} has not finished the third reading. You may close all the same; say in the reason why it is not waited for.",
    third_finished="{name} has finished the third reading (total {total}); say in the reason what counts.",
    third_is_you="You are the third reviewer of this applicant: “Read the file” leads to the desk, where you can score in “third reading”.",
    record="Record",
    recorded="Recorded as “{state}”.",
    problems={
        "no_reason": "Please give the reason.",
        "reason_too_long": "The reason is too long; 500 characters at the most.",
        "no_third_reviewer": "Please choose the third reviewer.",
        "third_is_recused": "This reviewer is recused from the applicant.",
        "third_already_reviews": "This reviewer reads the applicant already.",
        "third_is_unknown": "This reviewer is not of the programme, or the account is disabled.",
        "deadline_passed": "The day has passed; choose today or later.",
    },
    moved="This case was recorded as “{state}” elsewhere (in another tab or by somebody else). The form begins again from there: look at the steps first.",
    stale="Somebody decided this case or changed assignments just now; yours was not recorded. The page is up to date: look, then try again.",
    preview="Try other limits",
    preview_intro="{compared} applicants have two finished reviews or more. Below: how many each limit would raise (largest gap over dimensions and total); the plan's own limit is framed.",
    preview_words={"limit": "Limit", "people": "", "off": "off in the plan", "percent": "%", "levels": ""},
    discussion_intro="Applicants you review that the chair put up for discussion or a third reading.",
    discussion_closed="The round is in “{phase}”: nothing is discussed or read again now. In “discussion” and “third reading” the applicants that wait for you stand here.",
    discussion_none="Nothing waits for your discussion or a second look now.",
    discussion_blind="Other reviews are not shown in this phase.",
    discussion_after_own="Other reviews appear once you have finished your own.",
    open_desk="Open and score",
    you_are_third="You are the third reviewer: open, score on your own and save; the chair closes the case afterwards. Other reviews are not shown here.",
)

WORDS: Mapping[Language, GapWords] = {Language.ZH: ZH, Language.EN: EN}
