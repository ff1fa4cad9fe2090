"""Words of the check whether the PDF label cost points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class LabelWords:
    """Words of the check of the label. Placeholders in braces are filled with ``str.format``."""

    intro: str
    compute: str
    computing: str
    counts: str
    compared: str
    too_few: str
    subject: str
    total: str
    difference: str
    interval: str
    p_value: str
    pairs: str
    verdict_none: str
    verdict_lower: str
    verdict_higher: str
    several: str
    method: str


ZH = LabelWords(
    intro="標示 PDF 只是說明資料形式，不是扣分的理由。這裡比較：由同一組委員評分、缺少的審查項目同樣多的考生之中，自行上傳 PDF 的考生得分是否不同。",
    compute="計算",
    computing="正在讀取每位考生的資料完整度……",
    counts="已完成評分的考生：PDF {pdf} 位，資料庫 {database} 位。",
    compared="其中有可比較對象的：PDF {labelled} 位，資料庫 {others} 位，分屬 {blocks} 組。",
    too_few="任一方可比較的考生少於 {minimum} 位，不作比較：人數太少，既說不準，也可能認出個人。",
    subject="項目",
    total="總分",
    difference="平均差（PDF − 資料庫，滿分 100）",
    interval="95% 區間",
    p_value="p 值",
    pairs="可比較人數",
    verdict_none="以 p < 0.05 為準，看不出 PDF 考生的總分較低或較高（平均差 {difference}）。這不能證明沒有差別：差別仍可能落在 {low} 至 {high} 之間。",
    verdict_lower="在證據量相當、委員相同時，PDF 考生的總分平均低 {size} 分（區間 {low} 至 {high}）。這是差別，不是原因：兩種考生的內容也可能真的不同。請檢視差異較大的個案是否因標示而扣分。",
    verdict_higher="在證據量相當、委員相同時，PDF 考生的總分平均高 {size} 分（區間 {low} 至 {high}）。這是差別，不是原因：兩種考生的內容也可能真的不同。",
    several="各面向分開檢定，看的項目越多，越可能偶然出現小的 p 值。",
    method="方法：同一組委員且缺少項目數相同（0、1、2 以上）者為一組；組內差依 n₁n₀／(n₁＋n₀) 加權；p 值由組內排列標示得出（雙尾；可窮舉時窮舉，否則以固定種子抽 9,999 次），區間為含組別效果的最小平方法。",
)

EN = LabelWords(
    intro="The PDF label says in what form the evidence came; it is no reason for fewer points. Compared here: applicants judged by the same reviewers with equally many items missing: did those with a PDF upload get other scores?",
    compute="Work it out",
    computing="Reading how complete every applicant's data are …",
    counts="Applicants with a finished review: {pdf} PDF, {database} database.",
    compared="Of them can be compared: {labelled} PDF and {others} database, in {blocks} groups.",
    too_few="Fewer than {minimum} on one side can be compared, so nothing is shown: too few to tell, and too few to hide in.",
    subject="Of",
    total="Total",
    difference="Mean difference (PDF − database, of 100)",
    interval="95% interval",
    p_value="p-value",
    pairs="Compared",
    verdict_none="By p < 0.05, totals of PDF applicants cannot be told to be lower or higher (mean difference {difference}). That does not prove there is no difference: one between {low} and {high} stays possible.",
    verdict_lower="With as much evidence and the same reviewers, PDF applicants' totals are {size} lower on average (interval {low} to {high}). This is a difference, not a cause: what the two submitted may really differ. Please look at the larger ones for points taken off because of the label.",
    verdict_higher="With as much evidence and the same reviewers, PDF applicants' totals are {size} higher on average (interval {low} to {high}). This is a difference, not a cause: what the two submitted may really differ.",
    several="Each dimension is tested by itself: the more one looks at, the likelier a small p-value by chance.",
    method="Method: same reviewers and equally many missing items (0, 1, 2 or more) make a group; differences within groups are weighted by n₁n₀/(n₁+n₀); the p-value permutes the label within groups (two-sided; all permutations where they are few, otherwise 9,999 with a fixed seed); the interval is least squares with group effects.",
)

WORDS: Mapping[Language, LabelWords] = {Language.ZH: ZH, Language.EN: EN}
