"""Words of 名次有多確定: chances and ranges, by identity list, and the order in which to read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class CertaintyWords:
    """Placeholders in braces are filled with ``str.format``."""

    places: str
    unit: str
    units: Mapping[str, str]
    bound: str
    rules: str
    fixed: str
    component: str
    assumed: str
    pdf_apart: str
    method: str
    no_noise: str
    without_total: str
    nobody: str
    queue: str
    queue_none: str
    lists: str
    everyone: str
    open_list: str
    list_facts: str
    band: str
    band_none: str
    whole: str
    order: str
    number: str
    name: str
    list: str
    list_chance: str
    rank: str
    now: str
    rank_range: str
    below: str
    chance: str
    chance_here: str
    below_chance: str
    reviews: str
    single_review: str
    open_desk: str
    outcomes: Mapping[str, str]
    join: str


ZH = CertaintyWords(
    places="假設錄取（名）",
    unit="重新抽樣",
    units={"reviews": "每位考生的評分", "reviewers": "委員（整批）", "nothing": "不抽樣，只改占比"},
    bound="占比容許偏差（±百分點）",
    rules="重抽 {count:,} 次，每次都依計畫的規則重排：名單順序與名額、同分參酌、最低得分、未評規則。",
    fixed="只重抽審查評分與各面向占比；其他成績固定不變：{names}。審查占總分 {share}%。",
    component="{name} {weight}%",
    assumed="計畫的名單沒有名額：這裡假設所有考生在同一份名單，錄取 {places} 名。",
    pdf_apart="自行上傳 PDF 的考生只是另列；名次與名額仍與其他考生合併計算。",
    method="計畫的方法是「{method}」：重抽時不重算該方法，審查成績隨原始平均每分變動 {slope}。",
    no_noise="沒有考生由兩位委員評分，無法知道委員之間相差多少；範圍只反映占比的偏差。",
    without_total="{count} 位考生沒有總分（評分未完成，或其他成績未匯入），不在其中。",
    nobody="目前沒有考生有總分，無法估計。",
    queue="建議依此順序再讀（{count} 位）：能否正取最難判定者在前",
    queue_none="沒有需要再讀的考生：正取機會都不超過 5% 或不低於 95%。",
    lists="名單",
    everyone="所有考生",
    open_list="{name}：計畫沒有設定名額，只列名次範圍。",
    list_facts="{name}：名額 {quota}；{sure} 位幾乎確定在此名單正取（≥95%），{band} 位靠近錄取線。",
    band="靠近「{name}」錄取線（{count} 位），最難判定者在前；已計入在較前名單正取的機會",
    band_none="沒有考生靠近「{name}」的錄取線。",
    whole="「{name}」全部考生的名次範圍（{count} 位）",
    order="順序",
    number="編號",
    name="姓名",
    list="名單（目前結果）",
    list_chance="{name} {chance}%（{outcome}）",
    rank="名次",
    now="目前結果",
    rank_range="90% 名次範圍",
    below="未達最低",
    chance="正取機會（任一名單）",
    chance_here="此名單正取機會",
    below_chance="未達最低機會",
    reviews="評分",
    single_review="只有一份評分",
    open_desk="開啟",
    outcomes={
        "admitted": "正取",
        "extra": "增額",
        "undecided": "待決",
        "waitlisted": "備取",
        "not_admitted": "未錄取",
        "elsewhere": "他單錄取",
        "open": "未定",
    },
    join="、",
)

EN = CertaintyWords(
    places="Places assumed",
    unit="Drawn anew",
    units={
        "reviews": "Reviews of each applicant",
        "reviewers": "Reviewers as a whole",
        "nothing": "Nothing, only weights",
    },
    bound="Weights off by (± points)",
    rules="{count:,} draws, each ranked by all rules of the plan: order and places of lists, tie-breaks, minimums, missing scores.",
    fixed="Only review scores and the weights of dimensions are drawn; the other scores stay as they are: {names}. Reviews make {share} % of the total.",
    component="{name} {weight} %",
    assumed="No list of the plan has places: one list of everyone is assumed here (places: {places}).",
    pdf_apart="Applicants with own PDFs are only listed apart; ranks and places count them with everyone else.",
    method="The plan's method is “{method}”: it is not worked out again for each draw; review totals move by {slope} for each point of the plain mean.",
    no_noise="No applicant was read by two reviewers, so how far they differ is unknown; the ranges reflect the weights alone.",
    without_total="{count} applicants have no total (reviews unfinished, or other scores not imported) and are left out.",
    nobody="Nobody has a total yet, so nothing can be estimated.",
    queue="Read again in this order ({count}): whose place is hardest to tell comes first",
    queue_none="Nobody needs reading again: every chance of a place is 5 % or less, or 95 % or more.",
    lists="List",
    everyone="everyone",
    open_list="{name}: the plan sets no quota; ranges of ranks only.",
    list_facts="{name}: places {quota}; almost certain of one here (95 % or more): {sure}; near the line: {band}.",
    band="Near the line of “{name}” ({count}), hardest to tell first; a place in an earlier list counts too",
    band_none="Nobody is near the line of “{name}”.",
    whole="Range of ranks of everyone in “{name}” ({count})",
    order="Order",
    number="Number",
    name="Name",
    list="List (as it is)",
    list_chance="{name} {chance}% ({outcome})",
    rank="Rank",
    now="As it is",
    rank_range="90 % of ranks",
    below="below a minimum",
    chance="Chance of a place (any list)",
    chance_here="Chance in this list",
    below_chance="Chance of missing a minimum",
    reviews="Reviews",
    single_review="one review only",
    open_desk="Open",
    outcomes={
        "admitted": "admitted",
        "extra": "extra",
        "undecided": "undecided",
        "waitlisted": "waitlisted",
        "not_admitted": "not admitted",
        "elsewhere": "in another list",
        "open": "open",
    },
    join=", ",
)

WORDS: Mapping[Language, CertaintyWords] = {Language.ZH: ZH, Language.EN: EN}
