"""A plan taken away and brought back is the same plan; a broken file changes nothing and says everything."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.plan import ReviewPlan
from app.domain.visibility import NotAllowed
from app.errors import BadFile
from app.workbench import Workbench
from app.workflows.plan_draft import open_plan
from app.workflows.plan_transfer import export_plan, import_plan
from tests.app.workflows.people import access_of, programme_of


def _plan(workbench: Workbench, code: str = "999102") -> ReviewPlan:
    stored = open_plan(access_of(workbench, "chair"), programme_of(workbench, code)).stored
    assert stored is not None
    return stored.plan


def test_out_and_back_is_the_same_plan_with_its_ids(workbench: Workbench) -> None:
    chair, plan = access_of(workbench, "chair"), _plan(workbench)
    assert import_plan(chair, export_plan(chair, plan), plan) == plan
    logged = workbench.store.load_log(limit=1)[0]
    assert (logged.action, logged.object_key, logged.person_id) == (
        "export_plan",
        plan.plan_id,
        chair.person.person_id,
    )


def test_plan_of_another_programme_keeps_the_place_it_is_read_into(workbench: Workbench) -> None:
    chair, plan, other = access_of(workbench, "chair"), _plan(workbench), _plan(workbench, "999101")
    taken = import_plan(chair, export_plan(chair, other), plan)
    assert (taken.plan_id, taken.programme_code, taken.revision) == (
        plan.plan_id,
        plan.programme_code,
        plan.revision,
    )
    assert [each.name for each in taken.dimensions] == [each.name for each in other.dimensions]
    assert not {each.dimension_id for each in taken.dimensions} & {
        each.dimension_id for each in other.dimensions
    }


def test_two_dimensions_of_one_name_do_not_share_an_id(workbench: Workbench) -> None:
    chair, plan = access_of(workbench, "chair"), _plan(workbench)
    twins = tuple(replace(each, name="同名") for each in plan.dimensions)
    doubled = replace(plan, dimensions=twins)
    taken = import_plan(chair, export_plan(chair, doubled), doubled)
    assert len({each.dimension_id for each in taken.dimensions}) == len(twins)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"{", b'{"file": "review-plan"}'])
def test_broken_file_is_refused(workbench: Workbench, content: bytes) -> None:
    with pytest.raises(BadFile) as refused:
        import_plan(access_of(workbench, "chair"), content, _plan(workbench))
    assert refused.value.problems


def test_every_problem_of_a_file_is_told_at_once(workbench: Workbench) -> None:
    chair, plan = access_of(workbench, "chair"), _plan(workbench)
    document = json.loads(export_plan(chair, plan))
    document["plan"]["scale"] = "letters"
    document["plan"]["rules"]["required_reviews"] = "two"
    with pytest.raises(BadFile) as refused:
        import_plan(chair, json.dumps(document).encode(), plan)
    assert {each.place for each in refused.value.problems} == {
        "plan.scale",
        "plan.rules.required_reviews",
    }


def test_reviewer_does_not_import(workbench: Workbench) -> None:
    chair, plan = access_of(workbench, "chair"), _plan(workbench)
    with pytest.raises(NotAllowed):
        import_plan(access_of(workbench, "reviewer1"), export_plan(chair, plan), plan)
