"""Other results imported by file: shown first, saved whole, brought back, and what the list makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.evidence import ApplicationSummary
from app.domain.plan import PlanId, ReviewPlan
from app.domain.ranked_row import RowBlock, UnscoredReason
from app.domain.total_component import ComponentId, TotalComponent
from app.domain.visibility import NotAllowed
from app.errors import BadFile, NotFound
from app.workbench import Workbench
from app.workflows.component_import import (
    ImportPreview,
    load_components,
    preview_earlier,
    preview_import,
    save_import,
)
from app.workflows.evidence_facts import applications_of
from app.workflows.total_ranking import RankingView, open_ranking
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import locked_with

LOCKED = "999101"
TEST = TotalComponent(ComponentId("test"), "學測", Decimal(50), maximum=Decimal(60), minimum_value=Decimal(5))


def applications(workbench: Workbench, plan: ReviewPlan) -> Sequence[ApplicationSummary]:
    """Everyone of the programme."""
    return applications_of(workbench.snapshot(plan.snapshot_id), plan.programme_code)


def file_of(everyone: Sequence[ApplicationSummary], values: Sequence[str]) -> bytes:
    """A file with these values, by application number."""
    rows = zip(everyone, values, strict=False)
    return "\n".join(["編號,成績", *(f"{each.application_number},{value}" for each, value in rows)]).encode()


def shown(workbench: Workbench, plan: ReviewPlan, content: bytes, name: str = "chair") -> ImportPreview:
    """The preview of a file of the component."""
    return preview_import(
        access_of(workbench, name), plan.plan_id, TEST.component_id, content, file_name="test.csv"
    )


def imported(workbench: Workbench, plan: ReviewPlan, content: bytes) -> None:
    """Import the file."""
    preview = shown(workbench, plan, content)
    assert save_import(access_of(workbench, "chair"), plan.plan_id, preview) is None


def ranking(workbench: Workbench) -> RankingView:
    """The list as the chair sees it."""
    view = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert view is not None
    return view


def test_import_is_shown_saved_and_counts(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    everyone = applications(workbench, plan)
    before = ranking(workbench)
    assert {row.block for row in before.ranked.rows} == {RowBlock.UNSCORED}
    assert UnscoredReason.COMPONENT_MISSING in {row.unscored_reason for row in before.ranked.rows}
    assert before.not_imported == {TEST.component_id: len(everyone)}
    content = file_of(everyone, ["30", "缺考", "4.5", *["45"] * (len(everyone) - 4)])
    preview = shown(workbench, plan, content)
    assert (len(preview.lines), preview.absent, preview.unchanged, preview.seen_revision) == (
        len(everyone) - 1,
        1,
        0,
        0,
    )
    assert [each.application_id for each in preview.without] == [everyone[-1].application_id]
    assert save_import(access_of(workbench, "chair"), plan.plan_id, preview) is None
    after = ranking(workbench)
    assert after.not_imported == {TEST.component_id: 1}
    rows = {row.application_id: row for row in after.ranked.rows}
    assert [gate.value for gate in rows[everyone[1].application_id].gates_failed] == [None]
    assert [gate.value for gate in rows[everyone[2].application_id].gates_failed] == [Decimal("4.5")]
    assert rows[everyone[-1].application_id].missing_components == (TEST.component_id,)
    scored = [row for row in rows.values() if row.total is not None and row.review_total is not None]
    assert scored
    for row in scored:
        assert row.total is not None
        assert row.review_total is not None
        value = row.components[TEST.component_id]
        assert value is not None
        # Both are rounded to be shown: half of a hundredth may lie between.
        assert abs(row.total - (row.review_total / 2 + value * 100 / 60 / 2)) <= Decimal("0.01")
    assert ranking(workbench).ranked.scores_digest != before.ranked.scores_digest


def test_a_later_file_replaces_the_whole_import_and_says_so(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    everyone = applications(workbench, plan)
    imported(workbench, plan, file_of(everyone, ["30", "40", "50"]))
    preview = shown(workbench, plan, file_of([everyone[3], *everyone[:2]], ["20", "30", "41"]))
    assert [(each.summary.application_id, each.change.value) for each in preview.lines] == [
        (everyone[1].application_id, "changed"),
        (everyone[2].application_id, "removed"),
        (everyone[3].application_id, "added"),
    ]
    assert (preview.unchanged, preview.seen_revision) == (1, 1)


def test_an_earlier_import_comes_back_as_a_new_version(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    everyone = applications(workbench, plan)
    imported(workbench, plan, file_of(everyone, ["30", "40"]))
    imported(workbench, plan, file_of(everyone, ["31", "41"]))
    chair = access_of(workbench, "chair")
    back = preview_earlier(chair, plan.plan_id, TEST.component_id, 1)
    assert [each.after for each in back.lines] == [Decimal(30), Decimal(40)]
    assert save_import(chair, plan.plan_id, back) is None
    view = load_components(chair, plan)[0]
    assert [
        (each.revision, each.restores, sorted(map(str, each.values.values()))) for each in view.imports
    ] == [
        (3, 1, ["30", "40"]),
        (2, None, ["31", "41"]),
        (1, None, ["30", "40"]),
    ]
    assert (view.counted, view.applications, view.is_outdated) == (2, len(everyone), False)
    assert set(view.people) == {chair.person.display_name}
    with pytest.raises(NotFound):
        preview_earlier(chair, plan.plan_id, TEST.component_id, 9)


def test_the_second_of_two_importers_is_shown_what_is_so_now(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    everyone = applications(workbench, plan)
    mine = shown(workbench, plan, file_of(everyone, ["30"]))
    imported(workbench, plan, file_of(everyone, ["31"]))
    now = save_import(access_of(workbench, "chair"), plan.plan_id, mine)
    assert now is not None
    assert (now.seen_revision, [each.change.value for each in now.lines]) == (1, ["changed"])
    assert len(load_components(access_of(workbench, "chair"), plan)[0].imports) == 1


def test_unknown_numbers_and_lost_zeros_are_said_by_row(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    everyone = applications(workbench, plan)
    number = everyone[0].application_number
    bare = number.lstrip("0")
    content = f"編號,成績\n{number},30\nnobody,30\n{bare if bare != number else 'none'},30\n".encode()
    with pytest.raises(BadFile) as refused:
        shown(workbench, plan, content)
    assert [(each.place, each.rule) for each in refused.value.problems] == [
        ("3/number", "unknown_number"),
        ("4/number", "zeros_lost" if bare != number else "unknown_number"),
    ]
    assert load_components(access_of(workbench, "chair"), plan)[0].imports == ()


def test_values_of_another_maximum_do_not_count(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    everyone = applications(workbench, plan)
    imported(workbench, plan, file_of(everyone, ["30"] * len(everyone)))
    wider = locked_with(workbench, components=(replace(TEST, maximum=Decimal(100)),))
    assert {row.block for row in ranking(workbench).ranked.rows} == {RowBlock.UNSCORED}
    view = load_components(access_of(workbench, "chair"), wider)[0]
    assert (view.is_outdated, view.counted) == (True, 0)
    with pytest.raises(BadFile) as refused:
        preview_earlier(access_of(workbench, "chair"), plan.plan_id, TEST.component_id, 1)
    assert refused.value.problems[0].rule == "other_maximum"


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_only_chair_and_office_import(workbench: Workbench, name: str) -> None:
    plan = locked_with(workbench, components=(TEST,))
    with pytest.raises(NotAllowed):
        shown(workbench, plan, b"", name)
    with pytest.raises(NotAllowed):
        load_components(access_of(workbench, name), plan)


def test_a_component_the_plan_does_not_know_is_not_found(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(TEST,))
    chair = access_of(workbench, "chair")
    with pytest.raises(NotFound):
        preview_import(chair, plan.plan_id, ComponentId("other"), b"", file_name="x.csv")
    with pytest.raises(NotFound):
        preview_import(chair, PlanId("nobody"), TEST.component_id, b"", file_name="x.csv")
