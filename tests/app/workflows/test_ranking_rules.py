"""Every rule of a list in words, in both languages, on screen and in files; methods are never swapped in silence."""

from __future__ import annotations

import string
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.plan import MissingScorePolicy, PdfPlacement
from app.domain.ranked_row import UnscoredReason
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod, ThirdReading
from app.domain.total_component import ComponentId, TotalComponent
from app.errors import NotFound
from app.exchange.signed_list_reading import read_signed_list
from app.workbench import Workbench
from app.workflows.ranked_list_words import words_of
from app.workflows.signed_lists import AskedSigned, export_signed_list
from app.workflows.total_ranking import (
    RankingView,
    ShownList,
    list_rules,
    open_ranking,
)
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import LOCKED, locked_with

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
LISTS = (
    IdentityList("all", "一般", quota=3, waitlist=2),
    IdentityList("native", "原住民外加", frozenset({"原住民生"}), quota=1, waitlist=0),
)


def view_of(workbench: Workbench, shown: ShownList | None = None) -> RankingView:
    """The list as the chair sees it."""
    view = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED), shown or ShownList())
    assert view is not None
    return view


def test_languages_have_the_same_words_with_the_same_placeholders() -> None:
    chinese, english = words_of("zh"), words_of("en")
    assert list(chinese) == list(english)
    fields = [
        {
            key: {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for key, text in words.items()
        }
        for words in (chinese, english)
    ]
    assert fields[0] == fields[1]


def test_every_rule_is_said(workbench: Workbench) -> None:
    plan = locked_with(
        workbench,
        components=(TotalComponent(ComponentId("t"), "學測", Decimal("40.5"), Decimal(60), Decimal(30)),),
        identity_lists=LISTS,
        tie_at_line=TieAtLine.UNDECIDED,
        third_reading=ThirdReading.DECIDES,
        missing_score_policy=MissingScorePolicy.BY_DIMENSION,
        pdf_placement=PdfPlacement.APART,
        minimum_review_total=Decimal(60),
        sd_gap=Decimal("7.5"),
        level_gap=2,
        tie_breaks=("review_total", "component:t"),
    )
    view = view_of(workbench, ShownList(list_id="native"))
    reviews = view.progress.reviews
    assert list_rules(view, language="zh") == (
        "審查成績為完成評分委員的總分平均（不調整嚴寬）。",
        "總分＝審查 59.5%＋學測 40.5%（滿分 60）。未匯入者沒有總分；缺考者不予錄取。",
        "總分以精確的十進位數計算，最後一次四捨五入至小數第 2 位，之後才比較。",
        "缺分：各面向取有評分委員的平均，每一面向都有分數才有總分；沒有分數不以 0 分計算，棄權不計入。",
        "三評：第三位委員完成評分後，只採計第三位委員。",
        "總分相同時依序比較：審查成績 → 學測；仍相同者同名次。",
        "自行上傳 PDF 的考生另列名次；錄取名額不分資料形式，一律依總分與同分參酌決定。",
        "最低得分：「學測」30、「審查成績」60；未達者不排名次，不予錄取。",
        "名單「一般」：所有考生；名額 3 名；備取 2 名。",
        "名單「原住民外加」：身份別為 原住民生；名額 1 名；備取 無。",
        "名單依序錄取：一般 → 原住民外加；已在前一名單錄取者不占後面名單的名額。",
        "名額最後一名同分者一律列為待決，不逕行擇取；備取名次接在待決之後。",
        "差分檢核（占各項滿分的百分比）：高低差 20、標準差 7.5、等第差 2。",
        f"評分進度：計畫要求 {reviews.required} 份，已完成 {reviews.counted} 份；超出要求的評分 {reviews.beyond} 份。",
        "只列名單「原住民外加」；名次在此名單內重新計算。",
    )
    assert len(list_rules(view, language="en")) == 15
    assert plan.rules.identity_lists == LISTS


def test_outcomes_go_into_the_file_of_a_list(workbench: Workbench) -> None:
    plan = locked_with(workbench, identity_lists=LISTS)
    chair = access_of(workbench, "chair")
    made = export_signed_list(workbench, chair, AskedSigned(plan.plan_id, "json", selection="list:all"))
    read = read_signed_list(made.content)
    place = read.heads.index("錄取結果：一般")
    told = [line[place] for line in read.lines if line[0]]
    # Whoever is equal shares: at least the quota is in, and the waitlist follows.
    assert told[:3] == ["正取"] * 3
    assert told[3:5] == ["備取 1", "備取 2"]
    assert set(told[5:]) == {"未錄取（備取額滿）"}
    assert read.stated["selection"] == "list:all"
    assert "錄取結果：原住民外加" in read.heads
    with pytest.raises(NotFound):
        export_signed_list(workbench, chair, AskedSigned(plan.plan_id, "json", selection="list:gone"))


@pytest.mark.parametrize("method", [ScoringMethod.Z, ScoringMethod.T, ScoringMethod.PANEL])
def test_a_method_of_all_reviewers_gives_its_own_totals(workbench: Workbench, method: ScoringMethod) -> None:
    raw = {row.application_id: row.review_total for row in view_of(workbench).ranked.rows}
    locked_with(workbench, adjustment=ScoreAdjustment(method, Decimal("1.5"), Decimal(3)))
    view = view_of(workbench)
    adjusted = {row.application_id: row.review_total for row in view.ranked.rows}
    assert {key for key, total in adjusted.items() if total is not None} == {
        key for key, total in raw.items() if total is not None
    }
    assert (adjusted != raw) == (method is not ScoringMethod.PANEL)
    assert list_rules(view, language="zh")[0] == words_of("zh")[f"rule_{method}"].format(
        factor="1.5", offset="3"
    )


@pytest.mark.parametrize("method", [ScoringMethod.ADDITIVE, ScoringMethod.RASCH])
def test_a_model_gives_its_totals_or_says_why_there_are_none(
    workbench: Workbench, method: ScoringMethod
) -> None:
    locked_with(workbench, adjustment=ScoreAdjustment(method))
    view = view_of(workbench)
    scored = [row for row in view.ranked.rows if row.counts.scored]
    without = [row for row in scored if row.review_total is None]
    assert {row.unscored_reason for row in without} <= {UnscoredReason.NOT_ADJUSTED}
    assert view.warnings or not without
