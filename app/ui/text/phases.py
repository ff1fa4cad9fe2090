"""Words of the phases of a round: what each means, how the chair goes on, what a reviewer is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language
from app.ui.text.phase_names import PHASE_NAMES_EN, PHASE_NAMES_ZH


@dataclass(frozen=True)
class PhaseWords:
    """Placeholders in braces are filled with ``str.format``; mappings are by the value of an enumeration."""

    names: Mapping[str, str]
    standing: str
    since: str
    never_set: str
    scorers: Mapping[str, str]
    others: Mapping[str, str]
    ranking: Mapping[bool, str]
    exports: Mapping[bool, str]
    cell_scores: Mapping[str, str]
    cell_others: Mapping[str, str]
    cell_may: Mapping[bool, str]
    export_closed: str
    or_joint: str
    who_may: str
    who_may_note: str
    table: Mapping[str, str]
    by_choice: str
    is_standing: str
    change: str
    to: str
    reviewers_see: str
    show_ranking: str
    show_ranking_help: str
    reason: str
    reason_back: str
    go: str
    stay: str
    set_done: str
    opened_cases: str
    problems: Mapping[str, str]
    stale: str
    open_cases: str
    open_cases_intro: str
    reason_of_case: str
    reason_of_rest: str
    history: str
    history_line: str
    history_ranking: str
    scoring_closed: Mapping[str, str]
    scoring_kept: str
    own_scores: str
    own_total: str
    own_none: str
    to_discussion: str
    nobody_third: str
    left_to_discuss: str


ZH = PhaseWords(
    names=PHASE_NAMES_ZH,
    standing="目前階段：{phase}",
    since="{time} 由 {name} 設定",
    never_set="尚未設定過階段，依初評的規則進行。",
    scorers={
        "assigned": "所有受指派的委員都可以評分",
        "open_cases": "只有「須再討論」的考生可由其委員修改評分",
        "third_readers": "只有第三審委員可以評分",
        "nobody": "暫停評分",
    },
    others={
        "never": "委員看不到其他委員的評分",
        "after_own": "委員評完後，可看「須再討論」考生的其他評分",
        "always": "委員可看「須再討論」考生的其他評分",
    },
    ranking={True: "委員可看排序", False: "委員看不到排序"},
    exports={True: "主席可匯出排序", False: "主席不能匯出排序"},
    cell_scores={
        "assigned": "所有受指派的委員",
        "open_cases": "「須再討論」考生的委員",
        "third_readers": "第三審委員",
        "nobody": "暫停",
    },
    cell_others={
        "never": "看不到",
        "after_own": "自己評完後（須再討論者）",
        "always": "可看（須再討論者）",
    },
    cell_may={True: "可以", False: "不可以"},
    export_closed="目前是「{phase}」階段，分數還可能變動，主席不能匯出排序。現在需要名單，請洽招生辦公室匯出；或等階段改為「{open}」。",
    or_joint="」或「",
    who_may="各階段誰可以做什麼",
    who_may_note="標示「可改」的項目，由主席或招生辦公室在進入該階段時決定。任何階段都不改變迴避：迴避者看不到該考生。",
    table={
        "phase": "階段",
        "scores": "誰可以評分",
        "reviewers": "委員看其他委員的評分",
        "ranking": "委員看總分排序",
        "chair": "主席看各委員的評分",
        "exports": "主席匯出排序",
        "office": "招生辦公室匯出排序",
    },
    by_choice="（可改）",
    is_standing="（目前）",
    change="改變階段",
    to="進入的階段",
    reviewers_see="討論時委員能看到什麼",
    show_ranking="委員可以看總分排序",
    show_ranking_help="預設不開放：從總分減去自己的評分，可以推出其他委員的評分。開放後，委員看得到整份排序，但看不到非自己評審考生的姓名與學校，也不能匯出。",
    reason="理由",
    reason_back="退回先前階段必須寫明理由",
    go="進入「{phase}」",
    stay="更改「{phase}」的設定",
    set_done="已進入「{phase}」階段。",
    opened_cases="新列入須再討論 {count} 件。",
    problems={
        "no_reason": "退回先前階段，請寫明理由。",
        "reason_too_long": "理由太長，請精簡到 500 字以內。",
        "not_reachable": "不能從目前階段直接進入這個階段。",
        "open_cases": "還有 {count} 件差分個案未結案；請逐件寫明結案理由，或先到佇列處理。",
        "recused_cases": "未結案的個案中有您迴避的考生，請由其他主席或招生辦公室結案。",
        "no_plan": "這個校系還沒有鎖定的評審計畫。",
        "not_a_choice": "這個階段不開放委員看其他評分或排序。",
    },
    stale="其他人剛剛改變了階段，您的變更沒有存檔。畫面已更新，請看過後再試一次。",
    open_cases="未結案的差分個案（{count} 件）",
    open_cases_intro="結案前，每一件未結案的個案都要寫明理由；理由會留在個案紀錄中。",
    reason_of_case="{number} 的結案理由",
    reason_of_rest="以上留空者共同的理由",
    history="階段紀錄",
    history_line="{time}　{name}　進入「{phase}」",
    history_ranking="（委員可看排序）",
    scoring_closed={
        "nobody": "目前是「{phase}」階段，暫停評分。",
        "open_cases": "目前是「{phase}」階段，只有列為「須再討論」的考生可以修改評分；這位考生不在其中。",
        "third_readers": "目前是「{phase}」階段，只有第三審委員可以評分；您不是這位考生的第三審委員。",
        "assigned": "",
    },
    scoring_kept="若您剛才正在輸入，內容仍保留在這個瀏覽器：評分重新開放後再打開這位考生，就會出現，按儲存即可。有疑問請洽系主席。",
    own_scores="您已存檔的評分",
    own_total="總分",
    own_none="您還沒有為這位考生存檔任何評分。",
    to_discussion="看需要我處理的考生",
    nobody_third="目前沒有任何個案列為「第三審」：進入這個階段後沒有人可以評分。請先在下方開啟個案，改為「第三審」並指定委員。",
    left_to_discuss="還有 {count} 件是「須再討論」：在第三審階段，這些考生的委員不能修改評分。",
)

EN = PhaseWords(
    names=PHASE_NAMES_EN,
    standing="Current phase: {phase}",
    since="set {time} by {name}",
    never_set="No phase was set yet; the rules of the first reading hold.",
    scorers={
        "assigned": "every assigned reviewer may score",
        "open_cases": "only applicants under discussion may be scored again, by their reviewers",
        "third_readers": "only third reviewers may score",
        "nobody": "scoring is paused",
    },
    others={
        "never": "reviewers do not see other reviews",
        "after_own": "reviewers see other reviews of applicants under discussion, after their own",
        "always": "reviewers see other reviews of applicants under discussion",
    },
    ranking={True: "reviewers see the ranking", False: "reviewers do not see the ranking"},
    exports={True: "the chair may export the ranking", False: "the chair may not export the ranking"},
    cell_scores={
        "assigned": "all assigned",
        "open_cases": "of applicants to discuss",
        "third_readers": "third reviewers",
        "nobody": "paused",
    },
    cell_others={
        "never": "no",
        "after_own": "to discuss, after own",
        "always": "to discuss",
    },
    cell_may={True: "yes", False: "no"},
    export_closed="The round is in “{phase}” and scores may still change, so the chair may not export the ranking. If the list is needed now, the admissions office can export it; or wait for “{open}”.",
    or_joint="” or “",
    who_may="Who may do what in each phase",
    who_may_note="What “can be chosen” is decided by chair or admissions office when the phase is entered. No phase changes a recusal: who is recused does not see the applicant.",
    table={
        "phase": "Phase",
        "scores": "Who scores",
        "reviewers": "Reviewers see other reviews",
        "ranking": "Reviewers see the ranking",
        "chair": "Chair sees reviews",
        "exports": "Chair exports",
        "office": "Office exports",
    },
    by_choice=" (can be chosen)",
    is_standing=" (now)",
    change="Change phase",
    to="Enter phase",
    reviewers_see="What reviewers see in the discussion",
    show_ranking="Reviewers may see the ranked list",
    show_ranking_help="Not shown unless you choose so: a total less the own score tells what the others gave. Reviewers then see the whole list, without name and school of applicants they do not review, and cannot export it.",
    reason="Reason",
    reason_back="Going back needs a reason",
    go="Enter “{phase}”",
    stay="Change what holds in “{phase}”",
    set_done="The round is now in “{phase}”.",
    opened_cases="{count} new cases to discuss.",
    problems={
        "no_reason": "Going back to an earlier phase needs a reason.",
        "reason_too_long": "The reason is too long; 500 characters at the most.",
        "not_reachable": "This phase cannot be entered from the current one.",
        "open_cases": "{count} gap cases are still open: give a reason for each, or deal with them in the queue first.",
        "recused_cases": "You are recused from an open case: another chair or the admissions office must close it.",
        "no_plan": "This programme has no locked review plan yet.",
        "not_a_choice": "This phase never shows reviewers other reviews or the ranking.",
    },
    stale="Somebody changed the phase just now; yours was not saved. The page is up to date: look, then try again.",
    open_cases="Open gap cases ({count})",
    open_cases_intro="Before the round closes, every open case needs a reason; it stays in the record of the case.",
    reason_of_case="Reason for closing {number}",
    reason_of_rest="One reason for those left empty above",
    history="Phases so far",
    history_line="{time}　{name}　entered “{phase}”",
    history_ranking=" (reviewers see the ranking)",
    scoring_closed={
        "nobody": "The round is in “{phase}”: scoring is paused.",
        "open_cases": "The round is in “{phase}”: only applicants under discussion may be scored again; this one is not.",
        "third_readers": "The round is in “{phase}”: only third reviewers may score, and you are not this applicant's.",
        "assigned": "",
    },
    scoring_kept="Anything you were typing is kept in this browser: it appears when scoring opens again and you return to this applicant; then save. Ask the chair if in doubt.",
    own_scores="Your saved scores",
    own_total="Total",
    own_none="You have saved no score for this applicant yet.",
    to_discussion="Applicants that wait for me",
    nobody_third="No case stands at “third reading”: nobody could score in this phase. Open a case below first, set it to “third reading” and name the reviewer.",
    left_to_discuss="{count} cases still stand at “to discuss”: their reviewers cannot change scores in the third reading.",
)

WORDS: Mapping[Language, PhaseWords] = {Language.ZH: ZH, Language.EN: EN}
