"""Who may look at alike contents, and how far."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.assignment import Assignment
from app.domain.evidence import ProgrammeCode
from app.domain.likeness import LikeEntry
from app.domain.visibility import NotAllowed
from app.evidence.questions import load_like_pairs, load_repeated_files
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.text_likeness import LikenessView, load_likeness, may_see_all_programmes
from tests.app.workflows.people import access_of

OWN, FOREIGN = ProgrammeCode("999101"), ProgrammeCode("998201")


def test_office_sees_every_programme(workbench: Workbench) -> None:
    access = access_of(workbench, "office")
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    view = load_likeness(access, None)
    assert (view.pairs, view.pair_count) == load_like_pairs(snapshot, None)
    assert (view.files, view.file_count) == load_repeated_files(snapshot, None)
    assert view.file_count > 0
    assert may_see_all_programmes(access)


def test_chair_sees_the_own_programme_on_both_sides(workbench: Workbench) -> None:
    access = access_of(workbench, "chair")
    assert {each.programme_code for each in entries(load_likeness(access, OWN))} <= {OWN}
    assert not may_see_all_programmes(access)


@pytest.mark.parametrize("code", [FOREIGN, None])
def test_chair_sees_no_other_programme(workbench: Workbench, code: ProgrammeCode | None) -> None:
    access = access_of(workbench, "chair")
    narrowed = Access(replace(access.person, programme_codes=frozenset({OWN})), workbench)
    with pytest.raises(NotAllowed):
        load_likeness(narrowed, code)


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_others_see_nothing(workbench: Workbench, name: str) -> None:
    with pytest.raises(NotAllowed):
        load_likeness(access_of(workbench, name), OWN)


def test_recused_application_is_hidden(workbench: Workbench) -> None:
    access = access_of(workbench, "office")
    hidden = min(
        each.application_id for each in entries(load_likeness(access, None)) if each.programme_code == OWN
    )
    plan_id = workbench.store.find_plan_of_programme(OWN)
    assert plan_id is not None
    assigned = workbench.store.load_assignments(plan_id)
    mine = Assignment(hidden, access.person.person_id, recused=True, recusal_reason="親屬")
    workbench.store.save_assignments(
        plan_id, [*assigned, mine], seen=assigned, person_id=access.person.person_id
    )
    shown = entries(load_likeness(access_of(workbench, "office"), None))
    assert shown
    assert hidden not in {each.application_id for each in shown}


def entries(view: LikenessView) -> list[LikeEntry]:
    """Everything a view names."""
    sides = [side for each in view.pairs for side in (each.left, each.right)]
    return [*sides, *(each.entry for each in view.files)]
