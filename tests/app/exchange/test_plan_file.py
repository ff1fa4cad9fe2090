"""A plan taken away and brought back, and everything a hand-edited file can do wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId, RubricLevel, ScoringScale
from app.domain.evidence import CategoryCode, ProgrammeCode, SnapshotId
from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.plan import PdfPlacement, PlanId, PlanStatus, RankingRules, ReviewPlan
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod, ThirdReading
from app.domain.total_component import TotalComponent
from app.errors import BadFile, FileProblem, PlanLocked
from app.exchange.plan_file import read_plan_file, write_plan_file

DRAFT = ReviewPlan(
    plan_id=PlanId("mine"),
    programme_code=ProgrammeCode("001012"),
    snapshot_id=SnapshotId("evidence-2"),
    revision=4,
    status=PlanStatus.DRAFT,
    title="",
    scale=ScoringScale.PERCENT,
    dimensions=(),
    core_data=CoreDataSelection(),
    rules=RankingRules(),
)

numbers = st.decimals(min_value=-999, max_value=999, places=2)
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
counts = st.none() | st.integers(0, 999)
levels = st.builds(
    RubricLevel,
    name=words,
    text=words,
    low=numbers,
    high=numbers,
    intended_share=st.none() | numbers,
    note=words,
)
components = st.builds(
    TotalComponent,
    component_id=words,
    name=words,
    weight_percent=numbers,
    maximum=numbers,
    minimum_value=st.none() | numbers,
)
identity_lists = st.builds(
    IdentityList, list_id=words, name=words, statuses=st.frozensets(words), quota=counts, waitlist=counts
)


def new_ids() -> Callable[[], DimensionId]:
    """Ids n0, n1 … in turn."""
    numbers_in_turn = count()
    return lambda: DimensionId(f"n{next(numbers_in_turn)}")


@st.composite
def plans(draw: st.DrawFn) -> ReviewPlan:
    """Any plan whose dimensions carry the ids a first import would give, so that a round trip is equality."""
    dimensions = tuple(
        Dimension(
            dimension_id=DimensionId(f"n{place}"),
            name=draw(words),
            description=draw(words),
            weight_percent=draw(numbers),
            points=draw(numbers),
            minimum_score=draw(st.none() | numbers),
            rubric_levels=tuple(draw(st.lists(levels, max_size=3))),
        )
        for place in range(draw(st.integers(0, 3)))
    )
    ids = [item.dimension_id for item in dimensions]
    categories = st.sampled_from([CategoryCode("profile"), CategoryCode("activity.service")])
    pairs = draw(st.frozensets(st.tuples(st.sampled_from(ids), categories))) if ids else frozenset()
    rules = RankingRules(
        tie_breaks=tuple(draw(st.lists(st.sampled_from(ids), unique=True))) if ids else (),
        pdf_placement=draw(st.sampled_from(PdfPlacement)),
        minimum_total=draw(st.none() | numbers),
        required_reviews=draw(st.integers(0, 9)),
        score_step=draw(numbers),
        range_gap=draw(st.none() | numbers),
        shows_running_total=draw(st.booleans()),
        sd_gap=draw(st.none() | numbers),
        mean_gap=draw(st.none() | numbers),
        level_gap=draw(counts),
        adjustment=ScoreAdjustment(draw(st.sampled_from(ScoringMethod)), draw(numbers), draw(numbers)),
        third_reading=draw(st.sampled_from(ThirdReading)),
        components=tuple(draw(st.lists(components, max_size=2))),
        identity_lists=tuple(draw(st.lists(identity_lists, max_size=2))),
        tie_at_line=draw(st.sampled_from(TieAtLine)),
    )
    scale = draw(st.sampled_from(ScoringScale))
    whole = replace(DRAFT, title=draw(words), scale=scale, dimensions=dimensions, rules=rules)
    return replace(whole, core_data=CoreDataSelection(pairs))


@settings(max_examples=50)
@given(plans())
def test_plan_file_comes_back_as_it_went(plan: ReviewPlan) -> None:
    text = write_plan_file(plan)
    back = read_plan_file(text, DRAFT, file="plan.json", new_id=new_ids())
    assert back == plan
    assert write_plan_file(back) == text


def sample() -> ReviewPlan:
    """A small plan of somebody else, locked."""
    first = Dimension(DimensionId("theirs"), "學業準備", "", Decimal("100"), Decimal("100"), None, ())
    return replace(
        DRAFT,
        plan_id=PlanId("theirs"),
        programme_code=ProgrammeCode("999999"),
        snapshot_id=SnapshotId("evidence-9"),
        revision=9,
        status=PlanStatus.LOCKED,
        title="樣本",
        dimensions=(first,),
        core_data=CoreDataSelection(frozenset({(first.dimension_id, CategoryCode("profile"))})),
        rules=RankingRules(tie_breaks=("theirs",)),
    )


def test_plan_file_brings_no_ids() -> None:
    back = read_plan_file(write_plan_file(sample()), DRAFT, file="plan.json", new_id=new_ids())
    kept = (back.plan_id, back.programme_code, back.snapshot_id, back.revision, back.status)
    assert kept == ("mine", "001012", "evidence-2", 4, PlanStatus.DRAFT)
    assert [item.dimension_id for item in back.dimensions] == ["n0"]
    assert back.core_data.pairs == {("n0", "profile")}
    assert back.rules.tie_breaks == ("n0",)


def problems_of(text: str) -> tuple[FileProblem, ...]:
    """What the reader says about a text."""
    with pytest.raises(BadFile) as bad:
        read_plan_file(text, DRAFT, file="plan.json", new_id=new_ids())
    return bad.value.problems


def test_plan_file_says_everything_that_is_wrong_at_once() -> None:
    document = json.loads(write_plan_file(sample()))
    plan = document["plan"]
    plan["scale"] = "stars"
    plan["colour"] = "red"
    plan["core_data"].append(["nobody", "profile"])
    plan["dimensions"][0]["weight_percent"] = "1E999999999"
    plan["dimensions"][0]["points"] = 0.1
    del plan["dimensions"][0]["name"]
    plan["dimensions"].append(7)
    plan["rules"]["required_reviews"] = True
    plan["rules"]["tie_breaks"] = ["nobody"]
    assert {(problem.place, problem.rule) for problem in problems_of(json.dumps(document))} == {
        ("plan.colour", "unknown_key"),
        ("plan.scale", "unknown_value"),
        ("plan.core_data[1]", "unknown_dimension"),
        ("plan.dimensions[0].weight_percent", "not_a_number"),
        ("plan.dimensions[0].points", "not_a_number"),
        ("plan.dimensions[0].name", "missing_key"),
        ("plan.dimensions[1]", "not_a_mapping"),
        ("plan.rules.required_reviews", "not_a_whole_number"),
        ("plan.rules.tie_breaks", "unknown_dimension"),
    }


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "not_json"),
        ("[" * 100_000, "not_json"),
        ('{"file": 1, "file": 2}', "key_twice"),
        ("[]", "not_a_mapping"),
        ('{"file": "review-plan", "version": 2, "plan": {}}', "not_a_plan_file"),
        ("x" * 1_000_001, "too_long"),
        ('{"file": "review-plan", "version": 1, "plan": {"title": "\\ud800"}}', "not_a_text"),
    ],
)
def test_plan_file_of_another_kind_is_refused(text: str, rule: str) -> None:
    assert rule in [problem.rule for problem in problems_of(text)]


def test_plan_file_with_one_id_twice_is_refused() -> None:
    document = json.loads(write_plan_file(sample()))
    document["plan"]["dimensions"] *= 2
    assert problems_of(json.dumps(document)) == (
        FileProblem("plan.dimensions[1].dimension_id", "twice", "theirs"),
    )


def test_plan_file_is_not_read_into_a_locked_revision() -> None:
    locked = replace(DRAFT, status=PlanStatus.LOCKED)
    with pytest.raises(PlanLocked):
        read_plan_file(write_plan_file(sample()), locked, file="plan.json", new_id=new_ids())


def test_plan_file_of_before_shares_is_read() -> None:
    level = RubricLevel("傑出", "", Decimal(0), Decimal(100), Decimal(100))
    one = Dimension(DimensionId("n0"), "學業", "", Decimal(100), Decimal(0), None, (level,))
    plan = replace(DRAFT, dimensions=(one,), rules=RankingRules(shows_panel_levels=True))
    document = json.loads(write_plan_file(plan))
    del document["plan"]["dimensions"][0]["rubric_levels"][0]["intended_share"]
    del document["plan"]["rules"]["shows_panel_levels"]
    read = read_plan_file(json.dumps(document), DRAFT, file="old.json", new_id=new_ids())
    assert read.rules == RankingRules()
    assert read.dimensions[0].rubric_levels == (replace(level, intended_share=None),)
