"""Words of the numbers about reviewers: facts beside their uncertainty, no verdict on a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text import (
    rater_agreement,
    rater_habits,
    rater_methods,
    rater_readers,
    rater_severity,
)
from app.ui.text.language import Language
from app.ui.text.rater_agreement import AgreementWords
from app.ui.text.rater_habits import HabitWords
from app.ui.text.rater_methods import MethodWords
from app.ui.text.rater_readers import ReadersWords
from app.ui.text.rater_severity import SeverityWords


@dataclass(frozen=True)
class RaterWords:
    """What the views share, and the words of each view. Placeholders are filled with ``str.format``."""

    step: str
    own_step: str
    views: Mapping[str, str]
    view: str
    no_ratings: str
    about: Mapping[str, str]
    total: str
    reviewer: str
    subject: str
    applications: str
    not_linked: str
    interval: str
    undefined: str
    reviews: str
    sd: str
    error: str
    seen_note: str
    not_yet: str
    own_note: str
    own_nothing: str
    number: str
    name: str
    agreement: AgreementWords
    severity: SeverityWords
    habits: HabitWords
    compared: MethodWords
    needed: ReadersWords


ZH = RaterWords(
    step="評分者",
    own_step="我的評分概況",
    views={
        "agreement": "一致性",
        "severity": "寬嚴",
        "behaviour": "評分習慣",
        "methods": "方法比較",
        "certainty": "名次有多確定",
        "readers": "需要幾位委員",
    },
    view="檢視",
    no_ratings="還沒有任何完成的評分。",
    about={
        "agreement": "兩位以上委員評過的考生中，委員之間有多一致。數值旁是 95% 信賴區間；人數少時區間很寬。",
        "severity": "同一位考生由不同委員評分時的寬嚴差異。正值表示給分較寬；誤差大的差異不代表什麼。",
        "behaviour": "每位委員使用等第、各面向給分與時間順序的樣子。先給委員本人看過，之後系主席才看得到。",
        "methods": "同一批分數用不同方法計算時，誰的結果會改變。這裡不改變名單；名單依計畫記載的方法。",
        "certainty": "如果換一批同樣寬嚴不一的委員，或占比稍有不同，名次與錄取會落在哪裡。結果最難判定的考生最值得再讀一次。",
        "readers": "由這一輪的分數估計：明年每位考生要幾位委員，平均分數才夠可靠。",
    },
    total="總分",
    reviewer="委員",
    subject="項目",
    applications="考生數",
    not_linked="委員分成 {count} 群，群與群之間沒有共同的考生：跨群的寬嚴、平均與標準分數不可比較。",
    interval="{value}（{low}–{high}）",
    undefined="—",
    reviews="評分數",
    sd="標準差",
    error="標準誤",
    seen_note="委員尚未看過自己的概況時，這裡不顯示。",
    not_yet="尚未由本人看過：{names}",
    own_note="這些數字先給您看；您開啟本頁之後，系主席才看得到。差異不等於錯誤：您讀的考生可能不同。",
    own_nothing="完成至少一份評分之後，這裡會顯示您使用等第的樣子、各面向的差異與隨時間的變化。",
    number="編號",
    name="姓名",
    agreement=rater_agreement.ZH,
    severity=rater_severity.ZH,
    habits=rater_habits.ZH,
    compared=rater_methods.ZH,
    needed=rater_readers.ZH,
)


EN = RaterWords(
    step="Reviewers",
    own_step="My scoring",
    views={
        "agreement": "Agreement",
        "severity": "Severity",
        "behaviour": "Habits",
        "methods": "Methods compared",
        "certainty": "How sure is a rank",
        "readers": "Readers needed",
    },
    view="View",
    no_ratings="There is no finished review yet.",
    about={
        "agreement": "How far reviewers agree over applicants read by two or more. Beside each figure its 95 % interval; with few applicants it is wide.",
        "severity": "How reviewers of the same applicants differ in strictness. Positive is lenient; a difference within its error means nothing.",
        "behaviour": "How each reviewer uses levels and dimensions, and what time does to it. Shown to the reviewer first, then to the chair.",
        "methods": "Whose result changes when the same scores are counted by other methods. Nothing is changed here; the list follows the method in the plan.",
        "certainty": "Where ranks and places would fall with other reviewers as unlike as these, or slightly different weights. Whose result is hardest to tell is worth another reading.",
        "readers": "Estimated from this round: how many readers each applicant needs next year for a dependable mean.",
    },
    total="Total",
    reviewer="Reviewer",
    subject="Subject",
    applications="Applicants",
    not_linked="The reviewers fall into {count} groups without a common applicant: severity, means and standard scores cannot be compared across groups.",
    interval="{value} ({low}–{high})",
    undefined="—",
    reviews="Reviews",
    sd="SD",
    error="SE",
    seen_note="Not shown while the reviewer has not looked at the own figures.",
    not_yet="Not yet seen by themselves: {names}",
    own_note="These figures are shown to you first; the chair sees them after you opened this page. A difference is no mistake: you may have read other applicants.",
    own_nothing="Once a review is finished you see here which levels you use, how dimensions differ, and what changes over time.",
    number="Number",
    name="Name",
    agreement=rater_agreement.EN,
    severity=rater_severity.EN,
    habits=rater_habits.EN,
    compared=rater_methods.EN,
    needed=rater_readers.EN,
)

WORDS: Mapping[Language, RaterWords] = {Language.ZH: ZH, Language.EN: EN}
