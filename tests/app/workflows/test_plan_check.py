"""A plan builds only on evidence that is there and that the office has opened: everything else forbids the lock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.evidence import CategoryCode
from app.domain.plan import ReviewPlan
from app.domain.plan_problems import PlanProblem, PlanProblemKind, plan_problems
from app.reviews.store import ItemChoice, Saved, StoredPlan
from app.workbench import Workbench
from app.workflows.administration import save_item_choice
from app.workflows.core_data_selection import load_core_data, without_categories
from app.workflows.plan_check import check_plan, unknown_categories
from app.workflows.plan_draft import Outcome, PlanHasProblems, lock_plan, open_plan, save_plan
from app.workflows.plan_transfer import export_plan, import_plan
from tests.app.workflows.people import access_of, programme_of

DRAFT = "999102"
ABSENT = CategoryCode("no.such.category")


def _draft(workbench: Workbench) -> StoredPlan:
    stored = open_plan(access_of(workbench, "chair"), programme_of(workbench, DRAFT)).stored
    assert stored is not None
    return stored


def _save(workbench: Workbench, plan: ReviewPlan) -> StoredPlan:
    seen = _draft(workbench).row_revision
    outcome = save_plan(access_of(workbench, "chair"), plan, seen_revision=seen)
    assert isinstance(outcome, Saved)
    return outcome.value


def _lock(workbench: Workbench) -> Outcome:
    programme = programme_of(workbench, DRAFT)
    seen = _draft(workbench).row_revision
    return lock_plan(access_of(workbench, "chair"), programme.programme_code, seen_revision=seen)


def _of_one_item(workbench: Workbench, plan: ReviewPlan) -> tuple[CategoryCode, str]:
    """A category of one item that feeds nothing the plan has chosen yet, and that item."""
    core = load_core_data(access_of(workbench, "chair"), programme_of(workbench, DRAFT), plan)
    chosen = plan.core_data.categories()
    in_use = {code for each in core.lines if each.category_code in chosen for code in each.item_codes}
    line = next(each for each in core.lines if len(each.item_codes) == 1 and each.item_codes[0] not in in_use)
    return line.category_code, line.item_codes[0]


def _choose_all_but(workbench: Workbench, item_code: str, *, allows_it: bool) -> ItemChoice:
    """The office's list without the item; where it is allowed, only the choice leaves it out."""
    programme = programme_of(workbench, DRAFT)
    core = load_core_data(access_of(workbench, "chair"), programme, _draft(workbench).plan)
    items = {item.item_code for group in core.groups for item in group.items}
    before = workbench.store.find_item_choice(programme.programme_code)
    saved = save_item_choice(
        access_of(workbench, "office"),
        programme,
        allowed=items if allows_it else items - {item_code},
        chosen=items - {item_code},
        seen_revision=before.row_revision if before else 0,
    )
    assert isinstance(saved, Saved)
    return saved.value


def _imported(workbench: Workbench, *codes: CategoryCode) -> ReviewPlan:
    """What the draft becomes when a file names these categories as well."""
    chair, plan = access_of(workbench, "chair"), _draft(workbench).plan
    core = plan.core_data
    for code in codes:
        core = core.with_pair(plan.dimensions[0].dimension_id, code)
    return import_plan(chair, export_plan(chair, replace(plan, core_data=core)), plan)


def test_import_of_absent_and_closed_evidence_cannot_be_locked_until_unticked(workbench: Workbench) -> None:
    chair, before = access_of(workbench, "chair"), _draft(workbench).plan
    closed, item_code = _of_one_item(workbench, before)
    _choose_all_but(workbench, item_code, allows_it=False)
    offered = _imported(workbench, closed, ABSENT)
    expected = {
        PlanProblem(PlanProblemKind.CORE_DATA_CLOSED, closed),
        PlanProblem(PlanProblemKind.CORE_DATA_NOT_THERE, ABSENT),
    }
    assert expected == set(_of_evidence(workbench, offered))
    _save(workbench, offered)
    with pytest.raises(PlanHasProblems) as refused:
        _lock(workbench)
    assert set(refused.value.problems) == expected
    assert unknown_categories(chair, offered) == [ABSENT]
    _save(workbench, without_categories(offered, (closed, ABSENT)))
    assert isinstance(_lock(workbench), Saved)


def test_evidence_left_out_of_the_published_list_cannot_be_locked(workbench: Workbench) -> None:
    before = _draft(workbench).plan
    code, item_code = _of_one_item(workbench, before)
    first = before.dimensions[0].dimension_id
    ticked = _save(workbench, replace(before, core_data=before.core_data.with_pair(first, code))).plan
    choice = _choose_all_but(workbench, item_code, allows_it=True)
    assert _of_evidence(workbench, ticked) == []
    published = workbench.store.save_item_choice(
        replace(choice, published=True),
        seen_revision=choice.row_revision,
        person_id=access_of(workbench, "office").person.person_id,
        reason="published",
    )
    assert isinstance(published, Saved)
    with pytest.raises(PlanHasProblems) as refused:
        _lock(workbench)
    assert refused.value.problems == (PlanProblem(PlanProblemKind.CORE_DATA_CLOSED, code),)


def _of_evidence(workbench: Workbench, plan: ReviewPlan) -> list[PlanProblem]:
    found = check_plan(access_of(workbench, "chair"), plan)
    own = len(plan_problems(plan))
    assert all(each.blocks_locking for each in found[own:])
    return list(found[own:])
