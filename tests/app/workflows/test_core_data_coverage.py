"""Coverage of core data: every number is counted anew here, row by row, from the tables of the snapshot."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import duckdb
import pytest

from app.domain.evidence import CategoryCode
from app.domain.plan import ReviewPlan
from app.domain.school_cover import LeftOut
from app.domain.visibility import NotAllowed
from app.evidence.snapshot import LOCKED_CONFIG, database_path
from app.workbench import Workbench
from app.workflows.core_data_coverage import (
    load_cover,
    load_left_out,
    load_requirement,
    load_school_covers,
)
from app.workflows.core_data_selection import category_labels
from app.workflows.plan_draft import open_plan
from tests.app.workflows.people import access_of, programme_of

CODE = "999101"


def _plan(workbench: Workbench) -> ReviewPlan:
    stored = open_plan(access_of(workbench, "chair"), programme_of(workbench, CODE)).stored
    assert stored is not None
    return stored.plan


@dataclass
class Recount:
    """Applicants by school, of the programme and of all; who has which category; what each school's list offers."""

    own: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    whole: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    has: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    offers: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@pytest.fixture
def recount(workbench: Workbench) -> Recount:
    """Straight from the tables, without any of the questions under test."""
    counted = Recount()
    snapshot = workbench.snapshot(_plan(workbench).snapshot_id)
    path = database_path(snapshot.folder, snapshot.snapshot_id)
    with duckdb.connect(path, read_only=True, config=LOCKED_CONFIG) as connection:
        schools = dict(_rows(connection, "select applicant_id, school_code from applicant"))
        applications = _rows(
            connection,
            "select application_place, applicant_id, programme_code from application where submission_mode <> 'pdf'",
        )
        held = _rows(connection, "select application_place, category_code from category_count")
        offered = _rows(connection, "select course_code, course_group_code from course_offer")
    for _, applicant, programme in applications:
        counted.whole[schools[applicant]].add(applicant)
        if programme == CODE:
            counted.own[schools[applicant]].add(applicant)
    applicants = {place: applicant for place, applicant, _ in applications}
    for place, category in held:
        if place in applicants:
            counted.has[category].add(applicants[place])
    for code, group in offered:
        counted.offers[code[3:9]].add(f"course_group.{group}")
    return counted


def _rows(connection: duckdb.DuckDBPyConnection, question: str) -> list[Any]:
    return connection.execute(question).fetchall()


def _holding(schools: dict[str, set[str]], people: set[str]) -> int:
    return sum(bool(pupils & people) for pupils in schools.values())


def test_schools_of_every_category_are_those_counted_by_hand(workbench: Workbench, recount: Recount) -> None:
    chair, plan = access_of(workbench, "chair"), _plan(workbench)
    codes = [CategoryCode(code) for code in category_labels(chair, plan)]
    covers = load_school_covers(chair, plan, codes)
    lists = {school for school in recount.own if school in recount.offers}
    told = 0
    for code in codes:
        cover, people = covers[code], recount.has[code]
        assert (cover.held.schools, cover.held_anywhere.schools) == (len(recount.own), len(recount.whole))
        if cover.held.count is not None:
            assert cover.held.count == _holding(recount.own, people)
            told += 1
        if cover.held_anywhere.count is not None:
            assert cover.held_anywhere.count == _holding(recount.whole, people)
        own = {each for pupils in recount.own.values() for each in pupils}
        if 0 < len(own & people) < 10 or 0 < len(own - people) < 10:
            assert cover.held.count is None
        assert (cover.offered is None) == (not code.startswith("course_group."))
        if cover.offered is not None and cover.offered_anywhere is not None:
            offering = sum(code in recount.offers[school] for school in lists)
            assert (cover.offered.schools, cover.offered.count) == (len(lists), offering)
            everywhere = sum(code in groups for groups in recount.offers.values())
            assert cover.offered_anywhere.schools == len(recount.offers)
            assert cover.offered_anywhere.count == everywhere
    assert told > 3


def test_schools_left_out_are_those_counted_by_hand(workbench: Workbench, recount: Recount) -> None:
    chair, plan = access_of(workbench, "chair"), _plan(workbench)
    courses = [code for code in category_labels(chair, plan) if code.startswith("course_group.")]
    seen: set[LeftOut] = set()
    for code in (*courses, "activity.competition", "course_outcome"):
        found = load_left_out(chair, plan, [CategoryCode(code)])
        people = recount.has[code]
        none_offered = {
            school
            for school in recount.own
            if code in courses and school in recount.offers and code not in recount.offers[school]
        }
        by_reason: defaultdict[LeftOut, set[str]] = defaultdict(set)
        for each in found.named:
            by_reason[each.reason].add(each.school_code)
            assert each.is_large == (len(recount.own[each.school_code]) >= 10)
            assert each.school_name
        assert by_reason[LeftOut.OFFERS_NONE] == none_offered
        empty = {s for s, pupils in recount.own.items() if not pupils & people} - none_offered
        if found.unnamed is not None:
            assert by_reason[LeftOut.NOBODY_HAS] == {s for s in empty if len(recount.own[s]) >= 10}
            assert found.unnamed == sum(len(recount.own[s]) < 10 for s in empty)
        else:
            assert not by_reason[LeftOut.NOBODY_HAS]
        seen |= set(by_reason)
    assert LeftOut.OFFERS_NONE in seen


def test_who_only_scores_is_not_told(workbench: Workbench) -> None:
    reviewer, plan = access_of(workbench, "reviewer1"), _plan(workbench)
    for ask in (load_school_covers, load_left_out, load_requirement):
        with pytest.raises(NotAllowed):
            ask(reviewer, plan, [CategoryCode("profile")])


def test_coverage_counts_every_database_applicant_once(workbench: Workbench) -> None:
    chair, plan = access_of(workbench, "chair"), _plan(workbench)
    table = load_cover(chair, plan, "county")
    everyone = load_requirement(chair, plan, [CategoryCode("profile")])
    assert table.sizes[-1] == everyone.applicants == sum(table.sizes[:-1])
    assert all(size >= table.minimum for size in table.sizes)
    shown = [cell for row in table.rows.values() for cell in row if cell.having is not None]
    assert all(cell.having == 0 or (cell.having or 0) >= table.minimum for cell in shown)
    course = load_requirement(chair, plan, [CategoryCode("course_group.g.1.02.03")])
    assert sum(each.offering + each.offering_none + each.unknown for each in course.offers) >= course.schools
    assert load_requirement(chair, plan, [CategoryCode("course_outcome")]).offers == ()
    with pytest.raises(NotAllowed):
        load_cover(access_of(workbench, "reviewer1"), plan, "county")
