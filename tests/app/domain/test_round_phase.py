"""Phases of a round: defaults, what an event keeps, and where a round may go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.people import Role
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.round_phase import (
    PHASES,
    Phase,
    SeesOthers,
    content_of,
    entry_of,
    is_way_back,
    may_follow,
    standing_phase,
    with_ranking_shown,
    with_reviewers_seeing,
)
from tests.app.domain.rounds import PLAN_ID


def entered(phase: Phase, *, revision: int = 1, reason: str = "") -> RoundEvent:
    """The event of a phase entered with its defaults."""
    content = content_of(PHASES[phase], reason)
    return RoundEvent(f"e{revision}", PLAN_ID, RoundEventKind.PHASE, "", revision, content, None)


def test_a_round_of_which_nothing_was_said_is_in_the_first_reading() -> None:
    assert standing_phase(()).rules == PHASES[Phase.FIRST_READING]


def test_newest_event_stands() -> None:
    events = [entered(Phase.CLOSED, revision=2, reason="早了"), entered(Phase.GAP_CHECK)]
    standing = standing_phase(events)
    assert (standing.rules.phase, standing.reason, standing.revision) == (Phase.CLOSED, "早了", 2)


@pytest.mark.parametrize("sees", SeesOthers)
def test_openness_of_a_discussion_is_kept_in_its_event(sees: SeesOthers) -> None:
    rules = with_reviewers_seeing(PHASES[Phase.DISCUSSION], sees)
    event = replace(entered(Phase.DISCUSSION), content=content_of(rules, ""))
    assert entry_of(event).rules.sees_others(Role.REVIEWER) is sees


@pytest.mark.parametrize("phase", [Phase.DISCUSSION, Phase.CLOSED])
@pytest.mark.parametrize("is_shown", [True, False])
def test_ranking_shown_to_reviewers_is_kept_in_its_event(phase: Phase, is_shown: bool) -> None:
    rules = with_ranking_shown(PHASES[phase], is_shown)
    event = replace(entered(phase), content=content_of(rules, ""))
    read = entry_of(event).rules
    assert (read.phase, read.shows_ranking, read.may_show_ranking) == (phase, is_shown, True)


def test_an_event_of_before_the_ranking_was_a_choice_does_not_show_it() -> None:
    old = replace(entered(Phase.CLOSED), content={"phase": "closed", "reason": "", "reviewers_see": "never"})
    assert entry_of(old).rules.shows_ranking is False
    assert not any(rules.shows_ranking for rules in PHASES.values())


@pytest.mark.parametrize("phase", [each for each in Phase if each is not Phase.DISCUSSION])
def test_only_a_discussion_is_opened_to_reviewers(phase: Phase) -> None:
    with pytest.raises(ValueError, match="never see"):
        with_reviewers_seeing(PHASES[phase], SeesOthers.AFTER_OWN)


def test_every_phase_leads_on_but_the_last_and_back_to_each_before() -> None:
    order = list(Phase)
    for place, phase in enumerate(order):
        onward = [to for to in order[place + 1 :] if may_follow(phase, to)]
        assert bool(onward) == (phase is not Phase.CLOSED)
        assert all(may_follow(phase, to) and is_way_back(phase, to) for to in order[:place])
        assert not may_follow(phase, phase)


def test_no_round_is_discussed_before_its_gaps_were_checked() -> None:
    assert not may_follow(Phase.FIRST_READING, Phase.DISCUSSION)
    assert not may_follow(Phase.FIRST_READING, Phase.THIRD_READING)
