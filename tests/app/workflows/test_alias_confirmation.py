"""The office says which alike names are the same course; each word shows at once and can be taken back."""

from __future__ import annotations

import pytest

from app.domain.syllabus_alias import AliasVerdict
from app.domain.visibility import NotAllowed
from app.reviews.store import Saved, Stale
from app.workbench import Workbench
from app.workflows.alias_confirmation import OpenMatch, load_alias_desk, save_alias
from tests.app.workflows.people import access_of


def first_open(workbench: Workbench) -> OpenMatch:
    return load_alias_desk(access_of(workbench, "office")).open_matches[0]


def test_most_used_courses_come_first(workbench: Workbench) -> None:
    desk = load_alias_desk(access_of(workbench, "office"))
    records = [line.match.records for line in desk.open_matches]
    assert records == sorted(records, reverse=True)
    assert records[0] > 0
    assert desk.decisions == ()


@pytest.mark.parametrize("verdict", [AliasVerdict.ACCEPTED, AliasVerdict.REJECTED])
def test_a_word_moves_the_course_and_undo_brings_it_back(workbench: Workbench, verdict: AliasVerdict) -> None:
    office = access_of(workbench, "office")
    before = load_alias_desk(office)
    line = before.open_matches[0]
    pair = line.match.pair(line.match.best)
    assert isinstance(save_alias(office, pair, verdict, seen_revision=0), Saved)
    said = load_alias_desk(office)
    assert said.open_matches == before.open_matches[1:]
    assert [(each.event.pair, each.event.verdict, each.revision) for each in said.decisions] == [
        (pair, verdict, 1)
    ]
    assert isinstance(save_alias(office, pair, AliasVerdict.WITHDRAWN, seen_revision=1), Saved)
    after = load_alias_desk(office)
    assert [each.match for each in after.open_matches] == [each.match for each in before.open_matches]
    assert (after.open_matches[0].revision, after.decisions) == (2, ())


def test_a_word_on_a_course_that_somebody_judged_is_stale(workbench: Workbench) -> None:
    office, line = access_of(workbench, "office"), first_open(workbench)
    pair = line.match.pair(line.match.best)
    save_alias(office, pair, AliasVerdict.ACCEPTED, seen_revision=line.revision)
    outcome = save_alias(office, pair, AliasVerdict.REJECTED, seen_revision=line.revision)
    assert isinstance(outcome, Stale)
    assert outcome.stored.verdict is AliasVerdict.ACCEPTED


@pytest.mark.parametrize("name", ["chair", "reviewer1", "researcher"])
def test_only_the_office_sees_and_says(workbench: Workbench, name: str) -> None:
    line = first_open(workbench)
    access = access_of(workbench, name)
    with pytest.raises(NotAllowed):
        load_alias_desk(access)
    with pytest.raises(NotAllowed):
        save_alias(access, line.match.pair(line.match.best), AliasVerdict.ACCEPTED, seen_revision=0)
    assert workbench.store.load_alias_events() == []
