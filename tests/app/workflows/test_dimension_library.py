"""Every set of the library is complete, adds up, and makes a draft that may be locked."""

from __future__ import annotations

import csv
import re
from decimal import Decimal

import pytest

from app.domain.dimensions import ScoringScale
from app.domain.evidence import CategoryCode, Programme, ProgrammeCode, SnapshotId
from app.domain.plan import FULL_TOTAL, ReviewPlan, weight_shortfall
from app.domain.plan_problems import plan_problems
from app.ui.text.dimension_setup import WORDS
from app.ui.text.language import Language
from app.workbench import Workbench
from app.workflows.core_data_selection import category_openness
from app.workflows.dimension_library import (
    Insertion,
    LibrarySet,
    insert_dimensions,
    load_library,
    suggested_categories,
    weight_after,
)
from app.workflows.dimension_setup import EditNames, with_scale
from app.workflows.plan_check import check_plan
from app.workflows.plan_draft import blank_plan, open_plan
from tests.app.workflows.people import access_of, programme_of
from tests.house.sources import ROOT

LANGUAGES = [str(each) for each in Language]
SETS = [(language, each) for language in LANGUAGES for each in load_library(language)]
NAMES = EditNames("新面向", "（複本）", WORDS[Language.ZH].start.level_names)
PROGRAMME = Programme(ProgrammeCode("P1"), "甲系", "虛構大學", "cac", 115)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _blank(scale: ScoringScale = ScoringScale.PERCENT) -> ReviewPlan:
    return with_scale(blank_plan(PROGRAMME, SnapshotId("s"), title="計畫"), scale)


def _codes(file: str, column: str) -> set[str]:
    with (ROOT / "pipelines/reference" / file).open(encoding="utf-8-sig", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines)}


def test_there_are_eight_fields_of_three_or_four_dimensions_in_both_languages() -> None:
    shapes = [[(each.key, len(each.dimensions)) for each in load_library(language)] for language in LANGUAGES]
    assert shapes[0] == shapes[1]
    assert len(shapes[0]) == 8
    assert {count for _, count in shapes[0]} == {3, 4}


@pytest.mark.parametrize(("language", "one"), SETS, ids=[f"{each.key}-{lang}" for lang, each in SETS])
def test_every_level_is_worded_and_no_wording_comes_twice(language: str, one: LibrarySet) -> None:
    texts = [text for each in one.dimensions for text in each.template.level_texts]
    whole = [
        one.name,
        *texts,
        *(f"{each.template.name}{each.template.description}" for each in one.dimensions),
    ]
    assert [len(each.template.level_texts) for each in one.dimensions] == [5] * len(one.dimensions)
    assert len(set(texts)) == len(texts)
    assert [text for text in texts if len(text) < (16 if language == "zh" else 40)] == []
    assert {bool(CHINESE.search(text)) for text in whole} == {language == "zh"}


def test_no_wording_is_shared_between_fields() -> None:
    for language in LANGUAGES:
        every = [
            text
            for one in load_library(language)
            for each in one.dimensions
            for text in each.template.level_texts
        ]
        assert len(set(every)) == len(every)


@pytest.mark.parametrize("scale", list(ScoringScale))
@pytest.mark.parametrize("one", load_library("zh"), ids=lambda each: each.key)
def test_set_in_an_empty_draft_adds_up_with_bands_that_hold(one: LibrarySet, scale: ScoringScale) -> None:
    openness = {CategoryCode(code): True for code in _codes("evidence_category.csv", "category_code")}
    plan = insert_dimensions(_blank(scale), Insertion(one.dimensions, shares_out=False), NAMES, openness)
    assert weight_shortfall(plan) == 0
    assert plan_problems(plan) == ()
    bands = [[(int(level.low), int(level.high)) for level in each.rubric_levels] for each in plan.dimensions]
    if scale is ScoringScale.PERCENT:
        assert bands == [[(90, 100), (80, 89), (70, 79), (60, 69), (0, 59)]] * len(bands)
    assert [len(each) for each in bands] == [5] * len(bands)


def test_every_suggested_category_is_one_of_the_pipeline() -> None:
    fixed = _codes("evidence_category.csv", "category_code")
    kinds, areas = _codes("course_category.csv", "code"), _codes("learning_area.csv", "code")
    for one in load_library("zh"):
        for each in one.dimensions:
            for code in each.categories:
                course = re.fullmatch(r"course_group\.g\.(\w)\.(\w\w)?\.?", code)
                is_course = course is not None and course[1] in kinds and (course[2] or "00") in areas
                assert code in fixed or is_course, (each.key, code)


def test_insertion_is_fed_by_what_is_there_and_open(workbench: Workbench) -> None:
    access, programme = access_of(workbench, "chair"), programme_of(workbench, "999102")
    stored = open_plan(access, programme).stored
    assert stored is not None
    example = load_library("zh")[0].dimensions[1]
    openness = dict(category_openness(access, stored.plan))
    openness[CategoryCode("activity.work")] = False
    plan = insert_dimensions(stored.plan, Insertion((example,), shares_out=True), NAMES, openness)
    added = plan.dimensions[-1]
    expected = {
        "course_outcome",
        "activity.competition",
        "document.course_outcome",
        "document.practical_work",
    }
    assert plan.core_data.categories_of(added.dimension_id) == expected & set(openness)
    assert set(suggested_categories(example, openness)) == expected & set(openness)
    assert check_plan(access, plan) == ()


def test_shared_out_weights_add_up_and_keep_their_order(workbench: Workbench) -> None:
    del workbench
    first, second = load_library("zh")[0], load_library("zh")[1]
    plan = insert_dimensions(_blank(), Insertion(first.dimensions, shares_out=False), NAMES, {})
    assert weight_after(plan, second.dimensions) == 2 * FULL_TOTAL
    over = insert_dimensions(plan, Insertion(second.dimensions, shares_out=False), NAMES, {})
    assert weight_shortfall(over) == -FULL_TOTAL
    shared = insert_dimensions(plan, Insertion(second.dimensions, shares_out=True), NAMES, {})
    assert weight_shortfall(shared) == 0
    assert [each.weight_percent for each in shared.dimensions] == list(
        map(Decimal, (15, 18, 10, 8, 20, 17, 12))
    )


def test_same_example_twice_is_named_as_a_copy() -> None:
    example = load_library("zh")[0].dimensions[:1]
    plan = insert_dimensions(_blank(), Insertion(example * 2, shares_out=True), NAMES, {})
    assert [each.name for each in plan.dimensions] == ["數理與程式基礎", "數理與程式基礎（複本）"]
    assert len({each.dimension_id for each in plan.dimensions}) == 2
