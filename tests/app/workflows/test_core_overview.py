"""核心資料總覽 from facts alone: for every applicant, in every mode, and for nobody who may not see it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from app.domain.course_choice import class_plans
from app.domain.evidence import (
    ActivityRecord,
    CourseRecord,
    EstimatedStanding,
    SemesterStanding,
    StandingLevel,
)
from app.domain.strongest import StrengthRule
from app.domain.visibility import NotAllowed
from app.evidence.questions import load_programmes
from app.workbench import Workbench
from app.workflows import evidence_facts as facts
from app.workflows import overview_facts
from app.workflows.core_overview import load_overview, mean_of
from app.workflows.desk_views import ALL_COURSES, COURSE_GROUP, Absence
from app.workflows.overview_views import MeanStanding, StrongGroup
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of, first_line, recuse


def test_the_offer_is_that_of_the_own_class_as_the_pipeline_counts_it(workbench: Workbench) -> None:
    """The plans read from an applicant's codes lead to the opportunities the snapshot has of the same class."""
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    with snapshot._connection.cursor() as cursor:
        counted = cursor.execute(
            "select application_id, sum(offered)::integer from course_opportunity"
            " inner join application using (applicant_id)"
            # What a person handed in elsewhere as data says nothing here, where it came as PDF.
            " where course_record_mode = 'json' group by application_id"
        ).fetchall()
    offered = {key: total for key, total in counted if total is not None}
    found = {}
    for programme in load_programmes(snapshot):
        for each in facts.applications_of(snapshot, programme.programme_code):
            courses = facts.courses_of(snapshot, each.application_id)
            school = facts.profile_of(snapshot, each.application_id).school_code
            plans = class_plans(courses, school)
            offers = overview_facts.class_offers_of(snapshot, plans)
            if offers:
                found[each.application_id] = len({(one.course_code[16:], one.subject) for one in offers})
    assert found == offered
    assert len(found) > 20


def groups_of(workbench: Workbench, mode: str) -> list[StrongGroup]:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    overview = load_overview(access, desk.plan, first_line(desk, mode).application_id)
    assert [each.dimension for each in overview.dimensions] == list(desk.plan.dimensions)
    return [group for block in overview.dimensions for group in block.groups]


def test_courses_of_a_dimension_stand_together_strongest_first(workbench: Workbench) -> None:
    group = next(each for each in groups_of(workbench, "database") if each.rule is StrengthRule.STANDING)
    records = [each.evidence for each in group.entries if isinstance(each.evidence, CourseRecord)]
    standings = [each.standing.percent for each in records if each.standing]
    assert group.category_code == ALL_COURSES
    assert len(standings) == len(group.entries) == 5
    assert standings == sorted(standings)
    assert [each.category_code for each in group.entries] == [
        COURSE_GROUP + each.course_group_code for each in records
    ]


def test_every_group_of_every_mode_says_something(workbench: Workbench) -> None:
    for mode in ("database", "partial_pdf", "pdf"):
        for group in groups_of(workbench, mode):
            assert bool(group.entries or group.unranked) == (group.absence is None)
            assert (group.count == 0) == (group.absence is not None)


def test_pdf_uploads_name_the_documents_that_stand_in(workbench: Workbench) -> None:
    absent = [each for each in groups_of(workbench, "pdf") if each.absence is Absence.CAME_AS_PDF]
    assert all(each.stand_ins for each in absent)
    assert {document.document_kind for each in absent for document in each.stand_ins} == {
        "course_record",
        "course_outcome",
        "activity_record",
    }


def test_every_activity_is_on_the_time_line_or_listed_apart(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    snapshot = workbench.snapshot(desk.plan.snapshot_id)
    seen = 0
    for line in desk.lines:
        timeline = load_overview(access, desk.plan, line.application_id).timeline
        placed: list[ActivityRecord] = [
            mark.record for row in timeline.rows for lane in row.lanes for mark in lane
        ]
        placed += timeline.undated
        activities = facts.activities_of(snapshot, line.application_id)
        assert Counter(each.activity_id for each in placed) == Counter(
            each.activity_id for each in activities
        )
        seen += len(placed)
    assert seen > 0


def test_a_recused_reviewer_sees_no_overview(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    lost = desk.lines[0].application_id
    recuse(workbench, desk, lost, "reviewer1")
    with pytest.raises(NotAllowed):
        load_overview(access_of(workbench, "reviewer1"), desk.plan, lost)


def standing(percent: str | None, level: StandingLevel = "school") -> SemesterStanding:
    found = (
        EstimatedStanding(Decimal(percent), Decimal(percent) - 1, Decimal(percent) + 2) if percent else None
    )
    return SemesterStanding(112, 1, level, None, None, found, None)


def test_the_mean_standing_is_that_of_the_own_school_with_its_range() -> None:
    found = mean_of([standing("10"), standing("15.5"), standing(None), standing("90", "department")])
    mean = EstimatedStanding(Decimal("12.8"), Decimal("11.8"), Decimal("14.8"))
    assert found == MeanStanding(mean, 2)
    assert mean_of([standing("90", "department")]) is None
