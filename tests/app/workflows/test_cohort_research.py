"""Researchers see counts of groups; small groups and what would give them back are hidden in every view."""

from __future__ import annotations

from collections import defaultdict

import pytest

from app.domain.cohort import UptakeSplit, UptakeSubject
from app.domain.visibility import NotAllowed
from app.evidence.questions import load_applications, load_programmes, load_uptake
from app.workbench import Workbench
from app.workflows import cohort_research
from app.workflows.cohort_research import LOWEST_MINIMUM, Shown
from tests.app.workflows.people import access_of

SUBJECTS: tuple[UptakeSubject, ...] = ("course_category", "learning_area", "subject")
SPLITS: tuple[UptakeSplit, ...] = ("none", "programme", "school_type", "semester")


def _views(workbench: Workbench, minimum: int) -> list[Shown]:
    access = access_of(workbench, "researcher")
    return [
        cohort_research.load_shown_uptake(access, by=by, split=split, minimum=minimum)
        for by in SUBJECTS
        for split in SPLITS
    ]


def test_no_small_group_is_ever_shown(workbench: Workbench) -> None:
    for shown in _views(workbench, LOWEST_MINIMUM):
        small = [
            row for row in shown.rows if row.applicants is not None and 0 < row.applicants < LOWEST_MINIMUM
        ]
        others = [
            row
            for row in shown.rows
            if row.applicants is not None
            and row.population is not None
            and 0 < row.population - row.applicants < LOWEST_MINIMUM
        ]
        assert (small, others) == ([], [])


def test_a_single_hidden_cell_of_a_split_cannot_be_subtracted(workbench: Workbench) -> None:
    """With the whole known from the view without a split, one hidden cell in a row would be known too."""
    access = access_of(workbench, "researcher")
    for split in ("programme", "school_type"):
        shown = cohort_research.load_shown_uptake(access, by="subject", split=split, minimum=LOWEST_MINIMUM)
        hidden: dict[str, int] = defaultdict(int)
        for row in shown.rows:
            hidden[row.label] += row.applicants is None
        assert [label for label, count in hidden.items() if count == 1] == []


def test_shown_counts_are_the_counted_ones(workbench: Workbench) -> None:
    access = access_of(workbench, "researcher")
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    counted = {
        (row.label, row.split_label): row.applicants
        for row in load_uptake(snapshot, by="learning_area", split="programme")
    }
    shown = cohort_research.load_shown_uptake(access, by="learning_area", split="programme", minimum=5)
    compared = [row for row in shown.rows if row.applicants]
    assert compared
    assert {(row.label, row.split_label): row.applicants for row in compared} == {
        (row.label, row.split_label): counted[row.label, row.split_label] for row in compared
    }


def test_the_lowest_minimum_cannot_be_asked_away(workbench: Workbench) -> None:
    access = access_of(workbench, "researcher")
    shown = cohort_research.load_shown_uptake(access, by="subject", split="none", minimum=1)
    assert shown.minimum == LOWEST_MINIMUM


def test_pairs_and_competencies_are_protected_too(workbench: Workbench) -> None:
    access = access_of(workbench, "researcher")
    pairs = cohort_research.load_shown_pairs(access, minimum=LOWEST_MINIMUM)
    assert [pair for pair in pairs.rows if pair.both is None or pair.both < LOWEST_MINIMUM] == []
    competencies = cohort_research.load_shown_competencies(access, minimum=LOWEST_MINIMUM)
    assert {row.label for row in competencies.rows} <= {f"{part}{n}" for part in "ABC" for n in (1, 2, 3)}


def test_nothing_of_a_person_is_in_any_view(workbench: Workbench) -> None:
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    people = [
        each
        for programme in load_programmes(snapshot)
        for each in load_applications(snapshot, programme.programme_code)
    ]
    text = repr(_views(workbench, LOWEST_MINIMUM))
    assert people
    assert [each.application_id for each in people if each.name in text or each.application_id in text] == []


@pytest.mark.parametrize("sign_in_name", ["chair", "reviewer1", "office"])
def test_only_researchers_look_at_cohorts(workbench: Workbench, sign_in_name: str) -> None:
    with pytest.raises(NotAllowed):
        cohort_research.load_shown_pairs(access_of(workbench, sign_in_name), minimum=5)
    with pytest.raises(NotAllowed):
        cohort_research.require_export(access_of(workbench, sign_in_name))
