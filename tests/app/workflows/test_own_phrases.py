"""Own phrases: added, moved, deleted and brought back; of nobody else, and only from a form one may fill."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from app.domain.visibility import NotAllowed
from app.workbench import Workbench
from app.workflows.own_phrases import (
    MOST_PHRASES,
    PHRASE_LENGTH,
    PhraseChange,
    PhraseChangeKind,
    PhraseProblem,
    change_own_phrases,
    load_own_phrases,
)
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of, recuse

ADD, DELETE, MOVE = PhraseChangeKind.ADD, PhraseChangeKind.DELETE, PhraseChangeKind.MOVE


def change(workbench: Workbench, wanted: PhraseChange, name: str = "reviewer1") -> PhraseProblem | None:
    desk = desk_of(workbench)
    return change_own_phrases(
        access_of(workbench, name), desk.plan, desk.lines[0].application_id, change=wanted
    )


def added(workbench: Workbench, *contents: str) -> list[str]:
    ids = [str(uuid4()) for _ in contents]
    for key, content in zip(ids, contents, strict=True):
        assert change(workbench, PhraseChange(ADD, key, content)) is None
    return ids


def contents_of(workbench: Workbench, name: str = "reviewer1") -> list[str]:
    return [each.content for each in load_own_phrases(access_of(workbench, name))]


def test_phrases_are_ones_own(workbench: Workbench) -> None:
    added(workbench, " 動機清楚 ")
    assert contents_of(workbench) == ["動機清楚"]
    assert contents_of(workbench, "reviewer2") == contents_of(workbench, "chair") == []


def test_phrases_are_moved_deleted_and_brought_back(workbench: Workbench) -> None:
    first, second, third = added(workbench, "甲", "乙", "丙")
    change(workbench, PhraseChange(MOVE, third, place=0))
    assert contents_of(workbench) == ["丙", "甲", "乙"]
    change(workbench, PhraseChange(MOVE, third, place=99))
    change(workbench, PhraseChange(DELETE, second))
    change(workbench, PhraseChange(DELETE, "unknown"))
    assert contents_of(workbench) == ["甲", "丙"]
    change(workbench, PhraseChange(ADD, second, "乙", place=1))
    assert contents_of(workbench) == ["甲", "乙", "丙"]


def test_same_phrase_is_kept_once(workbench: Workbench) -> None:
    added(workbench, "甲", "甲")
    assert contents_of(workbench) == ["甲"]


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        (PhraseChange(ADD, str(uuid4()), "  "), PhraseProblem.EMPTY),
        (PhraseChange(ADD, str(uuid4()), "長" * (PHRASE_LENGTH + 1)), PhraseProblem.TOO_LONG),
        (PhraseChange(ADD, "7", "甲"), PhraseProblem.BAD_ID),
    ],
)
def test_phrase_that_cannot_be_kept(
    workbench: Workbench, wanted: PhraseChange, problem: PhraseProblem
) -> None:
    assert (change(workbench, wanted), contents_of(workbench)) == (problem, [])


def test_list_has_an_end(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    (key,) = added(workbench, "甲")
    one = load_own_phrases(access)[0]
    full = [replace(one, phrase_id=f"{key}{place}", place=place) for place in range(MOST_PHRASES)]
    workbench.store.change_phrases(access.person.person_id, lambda _: full)
    assert change(workbench, PhraseChange(ADD, str(uuid4()), "乙")) is PhraseProblem.TOO_MANY


def test_phrase_from_a_form_that_may_not_be_filled_is_refused(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    recuse(workbench, desk, desk.lines[0].application_id, "reviewer1")
    with pytest.raises(NotAllowed):
        change_own_phrases(
            access_of(workbench, "reviewer1"),
            desk.plan,
            desk.lines[0].application_id,
            change=PhraseChange(ADD, str(uuid4()), "甲"),
        )
