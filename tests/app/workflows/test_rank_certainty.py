"""How sure ranks and places are, on the demo round: the list's own lists, components and minimums in every draw."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.identity_list import IdentityList
from app.domain.ranked_row import RankedRow
from app.domain.visibility import NotAllowed
from app.psychometrics.rank_uncertainty import ListChance, ResampledUnit
from app.workbench import Workbench
from app.workflows.rank_certainty import EVERYONE, AskedCertainty, CertaintyView, has_places, rank_certainty
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import LOCKED, locked_with
from tests.app.workflows.test_component_import import TEST, applications, file_of, imported, ranking

LISTS = (
    IdentityList("all", "一般", quota=4, waitlist=3),
    IdentityList("native", "原住民", frozenset({"原住民生"}), quota=1, waitlist=2),
    IdentityList("island", "離島", frozenset({"離島生"}), quota=1),
)
STILL = AskedCertainty(5, ResampledUnit.NOTHING)


def certainty(workbench: Workbench, asked: AskedCertainty) -> CertaintyView:
    """How sure the places are, as the chair sees it."""
    view = rank_certainty(access_of(workbench, "chair"), programme_of(workbench, LOCKED), asked)
    assert view is not None
    return view


def by_list(view: CertaintyView) -> dict[tuple[str, str], ListChance]:
    """What is known of every application in every list."""
    return {
        (each.application_id, stood.list_id): stood
        for each in view.uncertainty.applications
        for stood in each.lists
    }


def rows(workbench: Workbench) -> dict[str, RankedRow]:
    """The rows of the list of step 4."""
    return {row.application_id: row for row in ranking(workbench).ranked.rows}


def test_without_places_the_asked_ones_are_assumed_of_everyone(workbench: Workbench) -> None:
    locked_with(workbench, components=(), tie_breaks=(), identity_lists=(), minimum_review_total=None)
    view = certainty(workbench, STILL)
    assert view.is_assumed
    found = by_list(view)
    for key, row in rows(workbench).items():
        if row.rank is None:
            assert (key, EVERYONE) not in found
        else:
            stood = found[key, EVERYONE]
            assert (stood.low, stood.high, stood.admitted) == (row.rank, row.rank, float(row.rank <= 5))
    assert view.uncertainty.queue == ()


def test_drawing_nothing_tells_every_outcome_of_the_list(workbench: Workbench) -> None:
    plan = locked_with(workbench, identity_lists=LISTS, components=(TEST,), minimum_review_total=Decimal(70))
    assert has_places(plan)
    everyone = applications(workbench, plan)
    values = ["30", "缺考", "4.5", *(str(20 + place % 40) for place in range(len(everyone) - 4))]
    imported(workbench, plan, file_of(everyone, values))
    view, listed = certainty(workbench, STILL), rows(workbench)
    assert not view.is_assumed
    told = {key: (dict(stood.shares), stood.low) for key, stood in by_list(view).items()}
    assert told == {
        (key, each.list_id): ({each.outcome: 1.0}, each.rank)
        for key, row in listed.items()
        if row.total is not None or row.gates_failed
        for each in row.standings
    }
    without = {key for key, row in listed.items() if row.total is None and not row.gates_failed}
    assert set(view.uncertainty.without_total) == without


def test_loose_weights_widen_ranks_and_other_reviewers_open_a_queue(workbench: Workbench) -> None:
    locked_with(workbench, identity_lists=LISTS)
    sure = certainty(workbench, STILL)
    assert all(each.low == each.high for each in by_list(sure).values())
    loose = certainty(workbench, AskedCertainty(5, ResampledUnit.NOTHING, Decimal(15)))
    assert any(each.low != each.high for each in by_list(loose).values())
    drawn = certainty(workbench, AskedCertainty(5))
    assert drawn == certainty(workbench, AskedCertainty(5))
    assert drawn.uncertainty.queue
    assert set(drawn.uncertainty.bands) == {"all", "native", "island"}
    assert set(drawn.uncertainty.queue) <= {key for band in drawn.uncertainty.bands.values() for key in band}


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_nobody_else_sees_them(workbench: Workbench, name: str) -> None:
    with pytest.raises(NotAllowed):
        rank_certainty(access_of(workbench, name), programme_of(workbench, LOCKED), STILL)
