"""Researchers see counts of groups; small groups and what would give them back are hidden in every view."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

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


def _views(workbench: Workbench) -> list[Shown]:
    access = access_of(workbench, "researcher")
    return [
        cohort_research.load_shown_uptake(access, by=by, split=split) for by in SUBJECTS for split in SPLITS
    ]


def test_no_small_group_is_ever_shown(workbench: Workbench) -> None:
    for shown in _views(workbench):
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
        shown = cohort_research.load_shown_uptake(access, by="subject", split=split)
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
    shown = cohort_research.load_shown_uptake(access, by="learning_area", split="programme")
    compared = [row for row in shown.rows if row.applicants]
    assert compared
    assert {(row.label, row.split_label): row.applicants for row in compared} == {
        (row.label, row.split_label): counted[row.label, row.split_label] for row in compared
    }


def test_a_larger_group_size_hides_more_and_a_smaller_one_nothing_less(workbench: Workbench) -> None:
    sizes = {}
    for size in (1, 5, 20):
        asked = replace(workbench, settings=replace(workbench.settings, smallest_group=size))
        shown = cohort_research.load_shown_uptake(access_of(asked, "researcher"), by="subject", split="none")
        sizes[size] = (shown.minimum, len(shown.rows))
    assert sizes[1] == sizes[5]
    assert sizes[20][0] == 20
    assert sizes[20][1] < sizes[5][1]


def test_no_view_gives_back_what_another_hides(workbench: Workbench) -> None:
    """The whole is known from the view without a split: what a split hides must still be a group."""
    access = access_of(workbench, "researcher")
    for by in SUBJECTS:
        whole = {
            row.label: row.applicants
            for row in cohort_research.load_shown_uptake(access, by=by, split="none").rows
        }
        shown = cohort_research.load_shown_uptake(access, by=by, split="school_type")
        seen: dict[str, int] = defaultdict(int)
        for row in shown.rows:
            seen[row.label] += row.applicants or 0
        remainders = {
            label: total - seen[label]
            for label, total in whole.items()
            if total is not None and label in seen
        }
        assert [label for label, left in remainders.items() if 0 < left < LOWEST_MINIMUM] == []


def test_pairs_and_competencies_are_protected_too(workbench: Workbench) -> None:
    access = access_of(workbench, "researcher")
    pairs = cohort_research.load_shown_pairs(access)
    assert [pair for pair in pairs.rows if pair.both is None or pair.both < LOWEST_MINIMUM] == []
    competencies = cohort_research.load_shown_competencies(access)
    assert {row.label for row in competencies.rows} <= {f"{part}{n}" for part in "ABC" for n in (1, 2, 3)}


def test_nothing_of_a_person_is_in_any_view(workbench: Workbench) -> None:
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    people = [
        each
        for programme in load_programmes(snapshot)
        for each in load_applications(snapshot, programme.programme_code)
    ]
    text = repr(_views(workbench))
    assert people
    assert [each.application_id for each in people if each.name in text or each.application_id in text] == []


@pytest.mark.parametrize("sign_in_name", ["chair", "reviewer1", "office"])
def test_only_researchers_look_at_cohorts(workbench: Workbench, sign_in_name: str) -> None:
    with pytest.raises(NotAllowed):
        cohort_research.load_shown_pairs(access_of(workbench, sign_in_name))
    with pytest.raises(NotAllowed):
        cohort_research.require_export(access_of(workbench, sign_in_name))
