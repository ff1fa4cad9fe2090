"""Words of the fairness sheet; they ask, they do not accuse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class FairnessWords:
    """Words of rates by group. Placeholders are filled with ``str.format``."""

    step: str
    intro: str
    by_lists: str
    by_places: str
    places: str
    absent: str
    undecided: str
    subject: str
    subjects: Mapping[str, str]
    unknown_group: str
    hidden: str
    hidden_note: str
    nothing: str
    rate: str
    standardised: str
    four_fifths: str
    column_group: str
    column_applicants: str
    column_admitted: str
    column_rate: str
    column_interval: str
    column_ratio: str
    column_fisher: str
    column_standardised: str
    column_odds: str
    column_mean: str
    interval: str
    odds: str
    below: str
    below_line: str
    all_above: str
    only_one: str
    covered: str
    method_title: str
    method: tuple[str, ...]
    export: str
    origin: str


ZH = FairnessWords(
    step="公平性檢視",
    intro="各群體的錄取情形。數字只提醒哪裡值得再看一次，不是判定：各群體報名的人本來就不同，請一併看「同等表現下」的比率。",
    by_lists="依計畫的身份別名單：名額共 {places}，目前錄取 {admitted}／{counted} 位結果已定的考生。",
    by_places="計畫沒有設定名額；以下假設錄取前 {places} 名（同名次一併計入）：{admitted}／{counted} 位結果已定的考生。",
    places="假設名額",
    absent="其中 {count} 位缺考沒有總分，計為未錄取，不計入平均總分。",
    undecided="另有 {count} 位考生尚無總分，結果未定，不在以下任何表中。",
    subject="依",
    subjects={
        "school_type": "學校類型",
        "county": "縣市",
        "identity": "身份別",
        "submission_mode": "資料形式",
    },
    unknown_group="未註明",
    hidden="隱藏",
    hidden_note="少於 {minimum} 人的群體連同可反推者一併隱藏（{count} 組）。",
    nothing="目前沒有可以顯示的群體。",
    rate="錄取率",
    standardised="同等表現下的錄取率",
    four_fifths="最高者的 4/5",
    column_group="群體",
    column_applicants="人數",
    column_admitted="錄取",
    column_rate="錄取率",
    column_interval="95% 區間",
    column_ratio="與最高者之比",
    column_fisher="Fisher p",
    column_standardised="同等表現下的錄取率",
    column_odds="同等表現下的勝算比（95% 區間）",
    column_mean="平均總分",
    interval="{low}–{high}%",
    odds="{ratio}（{low}–{high}）",
    below="低於 4/5",
    below_line="「{group}」的錄取率是最高者的 {ratio}，低於五分之四；請看同等表現下的比率，並回頭檢視評量尺規與核心資料。",
    all_above="沒有任何顯示的群體低於最高者的五分之四。",
    only_one="只有一個群體可以顯示，沒有可以比較的對象。",
    covered="「{group}」的同等表現比率只涵蓋 {share} 的考生所在的相對表現區間。",
    method_title="這些數字怎麼算",
    method=(
        "錄取率＝錄取人數 ÷ 結果已定的人數（未達最低得分與缺考者計為未錄取）；與最高者之比以分數精確計算，低於 4/5 時標示（美國 1978 年 Uniform Guidelines 的四分之五法則，僅作為提醒）。",
        "95% 區間：Wilson（1927）。Fisher p：雙尾精確檢定，該群體對其他所有人。",
        "同等表現下的錄取率：依在校推估相對表現分為前 10%、前 25%、前 50%、其後、未知五個區間，以全體考生的分布直接標準化。",
        "同等表現下的勝算比：各區間合併的 Mantel–Haenszel 估計，區間為 Robins–Breslow–Greenland（1986）；1 表示與其他考生相同。",
        "差異的原因可能在報名、資料或評分；人數少時區間很寬，請不要以單一數字下結論。",
    ),
    export="匯出 CSV",
    origin="資料版本 {snapshot}　·　計畫第 {revision} 修訂版　·　評分摘要碼 {digest}",
)

EN = FairnessWords(
    step="Fairness",
    intro="Admission by group. The numbers only say where to look again, they do not judge: who applies differs from group to group, so read the rates “at equal standing” beside them.",
    by_lists="By the identity lists of the plan: {places} places, {admitted} of {counted} decided applicants admitted so far. ",
    by_places="The plan names no places; assuming the first {places} ranks (equals included): {admitted} of {counted} decided applicants. ",
    places="Assumed places",
    absent="{count} of them were absent and have no total: counted as not admitted, left out of the mean. ",
    undecided="{count} more applicants have no total yet, are undecided and in no table below.",
    subject="By",
    subjects={
        "school_type": "School type",
        "county": "County",
        "identity": "Identity",
        "submission_mode": "Submission",
    },
    unknown_group="not stated",
    hidden="hidden",
    hidden_note="Groups of fewer than {minimum}, and those that would give them away, are hidden ({count} groups).",
    nothing="There is no group to show yet.",
    rate="Admission rate",
    standardised="Rate at equal standing",
    four_fifths="4/5 of the best",
    column_group="Group",
    column_applicants="Applicants",
    column_admitted="Admitted",
    column_rate="Rate",
    column_interval="95 % interval",
    column_ratio="Beside the best",
    column_fisher="Fisher p",
    column_standardised="Rate at equal standing",
    column_odds="Odds at equal standing (95 %)",
    column_mean="Mean total",
    interval="{low}–{high}%",
    odds="{ratio} ({low}–{high})",
    below="below 4/5",
    below_line="The rate of “{group}” is {ratio} of the best, below four fifths; see the rate at equal standing, and look again at rubric and core data.",
    all_above="No shown group is below four fifths of the best.",
    only_one="Only one group can be shown, so there is nothing to compare.",
    covered="For “{group}” the rate at equal standing covers the standing bands of only {share} of the applicants.",
    method_title="How these numbers are made",
    method=(
        "Rate = admitted ÷ decided applicants (those below a minimum or absent count as not admitted); the ratio to the best is an exact fraction, marked below 4/5 (four-fifths rule of the US Uniform Guidelines 1978, here a reminder only).",
        "95 % interval: Wilson (1927). Fisher p: two-sided exact test of the group against everybody else.",
        "Rate at equal standing: five bands of estimated standing in the own school (top 10 %, 25 %, 50 %, beyond, unknown), directly standardised to all applicants.",
        "Odds at equal standing: Mantel–Haenszel over these bands, interval by Robins, Breslow and Greenland (1986); 1 means the same as everybody else.",
        "A difference may come from who applies, from the data or from scoring; with few applicants intervals are wide. Never conclude from one number.",
    ),
    export="Export CSV",
    origin="Data version {snapshot}　·　plan revision {revision}　·　digest of scores {digest}",
)

WORDS: Mapping[Language, FairnessWords] = {Language.ZH: ZH, Language.EN: EN}
