"""Words of the rules tab of step 1: method, missing scores, gaps, components, identity lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class RuleWords:
    """Words of the rules of totals and lists. Placeholders in braces are filled with ``str.format``."""

    scoring_title: str
    total_title: str
    gaps_title: str
    lists_title: str
    missing: str
    missing_no_total: str
    missing_by_dimension: str
    method: str
    methods: Mapping[str, str]
    method_notes: Mapping[str, str]
    factor: str
    offset: str
    third: str
    third_all: str
    third_decides: str
    third_help: str
    minimum_review_total: str
    gap_help: str
    range_gap: str
    sd_gap: str
    mean_gap: str
    level_gap: str
    components_title: str
    components_help: str
    review_share: str
    new_component: str
    add_component: str
    component_name: str
    component_weight: str
    component_maximum: str
    component_minimum: str
    delete: str
    tie_review_total: str
    lists_help: str
    new_list: str
    add_list: str
    list_name: str
    list_statuses: str
    list_everyone: str
    list_quota: str
    list_no_quota: str
    list_waitlist: str
    list_no_limit: str
    earlier: str
    tie_at_line: str
    tie_extra: str
    tie_undecided: str


ZH = RuleWords(
    scoring_title="評分",
    total_title="總分與同分",
    gaps_title="差分檢核",
    lists_title="身份別名單",
    missing="缺分處理（印在每份清單上）",
    missing_no_total="任一面向未評分，該委員的總分為未知",
    missing_by_dimension="各面向取有評分委員的平均；每一面向都有分數才有總分",
    method="多位委員如何合成一個分數",
    methods={
        "raw_mean": "平均",
        "median": "中位數",
        "z": "Z 分數",
        "t": "T 分數",
        "panel": "組間標準化",
        "additive": "加法嚴寬校正",
        "rasch": "多面向 Rasch",
    },
    method_notes={
        "raw_mean": "完成評分委員的總分平均，不調整嚴寬。",
        "median": "完成評分委員總分的中位數，較不受單一委員影響。",
        "z": "各委員的分數先換成 Z 分數，再以全體平均與標準差還原後平均。委員之間要有共同考生。",
        "t": "T＝10Z＋50，調整後分數＝T × A ＋ B，再取平均。",
        "panel": "各評審分組的平均與標準差調到與全體相同。前提是各組考生程度相當。",
        "additive": "以共同考生估計各委員嚴寬並扣除；委員要由共同考生相連。",
        "rasch": "以等第估計多面向 Rasch 的公平分數；面向占比不影響先後。",
    },
    factor="係數 A",
    offset="常數 B",
    third="三評",
    third_all="三位委員一併採計",
    third_decides="第三位委員完成後，只採計第三位委員",
    third_help="差分檢核後可指派第三位委員；這裡決定他的分數如何採計。",
    minimum_review_total="審查成績最低標準",
    gap_help="占該項滿分的百分比，達到即列為差分；留白表示不檢核。",
    range_gap="高低差（最高 − 最低）",
    sd_gap="標準差（母體）",
    mean_gap="離均差（任一委員與平均）",
    level_gap="等第差（級數）",
    components_title="其他成績（學測、面試……）",
    components_help="由檔案匯入（步驟 4「其他成績」）。審查占其餘的百分比；缺考者不予錄取，未匯入者沒有總分。",
    review_share="審查占總分 {weight}%",
    new_component="新項目",
    add_component="新增一項成績",
    component_name="名稱",
    component_weight="占比 %",
    component_maximum="滿分",
    component_minimum="最低得分",
    delete="刪除",
    tie_review_total="審查成績",
    lists_help="名單由上而下依序錄取。一般名額排第一時，成績達到的特殊身份考生先占一般名額；沒有錄取的（包括備取）才在自己身份別的名單競爭。已在前一名單錄取者，不占後面名單的名額。",
    new_list="新名單",
    add_list="新增一份名單",
    list_name="名單名稱",
    list_statuses="身份別",
    list_everyone="所有考生",
    list_quota="名額",
    list_no_quota="未定",
    list_waitlist="備取名額",
    list_no_limit="不限",
    earlier="提前",
    tie_at_line="名額最後一名同分",
    tie_extra="增額錄取",
    tie_undecided="列為待決，不逕行擇取",
)

EN = RuleWords(
    scoring_title="Scoring",
    total_title="Totals and ties",
    gaps_title="Gap rules",
    lists_title="Identity lists",
    missing="Missing scores (printed on every list)",
    missing_no_total="A reviewer's total is unknown until every dimension is scored",
    missing_by_dimension="Each dimension is the mean of whoever scored it; a total needs every dimension",
    method="How several reviewers become one score",
    methods={
        "raw_mean": "Mean",
        "median": "Median",
        "z": "Z scores",
        "t": "T scores",
        "panel": "Panel standardisation",
        "additive": "Additive severity",
        "rasch": "Many-facet Rasch",
    },
    method_notes={
        "raw_mean": "The mean of the totals of reviewers who finished; severity is not adjusted.",
        "median": "The median of the totals of reviewers who finished; one reviewer alone moves it less.",
        "z": "Each reviewer's z scores, put back on the mean and spread of all totals, then averaged. Reviewers need applicants in common.",
        "t": "T = 10 Z + 50; adjusted score = T × A + B, then averaged.",
        "panel": "Every panel is brought to the mean and spread of all. It takes panels to have applicants of the same level.",
        "additive": "Severity is estimated from common applicants and taken off; reviewers must be linked by them.",
        "rasch": "Fair scores of a many-facet Rasch model of the levels; the weights of dimensions do not influence the order.",
    },
    factor="Factor A",
    offset="Offset B",
    third="Third reading",
    third_all="All three count alike",
    third_decides="Once the third reviewer has finished, the third alone counts",
    third_help="After the check of gaps a third reviewer may be assigned; this says how that review counts.",
    minimum_review_total="Minimum of the review total",
    gap_help="In percent of the maximum; reached means flagged, empty means not checked.",
    range_gap="Range (highest − lowest)",
    sd_gap="Standard deviation (population)",
    mean_gap="Distance of any reviewer from the mean",
    level_gap="Levels apart",
    components_title="Other results (a test, an interview …)",
    components_help="Imported by file (step 4, “Other results”). The review has the remaining percent; whoever was absent is not admitted, and without an imported value there is no total.",
    review_share="The review is {weight}% of the total",
    new_component="New component",
    add_component="Add a component",
    component_name="Name",
    component_weight="Weight %",
    component_maximum="Maximum",
    component_minimum="Minimum",
    delete="Delete",
    tie_review_total="Review total",
    lists_help="Lists are filled from the top. With the general list first, applicants of a special status who are good enough take general places; those not admitted there (waitlisted ones too) compete in the list of their status. Whoever is admitted in one list takes no place in a later one.",
    new_list="New list",
    add_list="Add a list",
    list_name="Name of the list",
    list_statuses="Applicant statuses",
    list_everyone="Everyone",
    list_quota="Places",
    list_no_quota="not set",
    list_waitlist="Waitlist",
    list_no_limit="no end",
    earlier="Earlier",
    tie_at_line="Equal at the last place",
    tie_extra="All of them are admitted",
    tie_undecided="Left undecided, nobody is chosen",
)

WORDS: Mapping[Language, RuleWords] = {Language.ZH: ZH, Language.EN: EN}
