"""The phases of a round: each says as data who may score, who sees whose reviews, and what may leave the house."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from app.domain.people import Role
from app.domain.round_event import RoundEvent


class Phase(StrEnum):
    """尺規校準, 初評, 差分檢核, 討論, 第三審, 結案; in this order."""

    CALIBRATION = "calibration"
    FIRST_READING = "first_reading"
    GAP_CHECK = "gap_check"
    DISCUSSION = "discussion"
    THIRD_READING = "third_reading"
    CLOSED = "closed"


class Scorers(StrEnum):
    """Who of those assigned may score."""

    ASSIGNED = "assigned"
    """Everybody, their own applications."""
    OPEN_CASES = "open_cases"
    """Those assigned to an application that is to be discussed again."""
    THIRD_READERS = "third_readers"
    """The third reviewer of an application in third reading."""
    NOBODY = "nobody"


class SeesOthers(StrEnum):
    """Whether somebody sees what others scored."""

    NEVER = "never"
    AFTER_OWN = "after_own"
    """An application under discussion, once the own review of it is finished."""
    ALWAYS = "always"


@dataclass(frozen=True)
class PhaseRules:
    """What holds in a phase. A role that ``others`` does not name never sees the reviews of others.

    ``shows_ranking`` is about reviewers, and where ``may_show_ranking`` the round chooses it when it enters the phase:
    a list tells of others' scores what its totals tell. ``chair_exports`` is about the chair's own way to take it away.
    ``leads_to`` are the phases that may follow; every earlier one may be gone back to, with a reason.
    """

    phase: Phase
    scorers: Scorers
    others: Mapping[Role, SeesOthers] = field(default_factory=dict)
    shows_ranking: bool = False
    may_show_ranking: bool = False
    chair_exports: bool = False
    leads_to: tuple[Phase, ...] = ()

    def sees_others(self, role: Role) -> SeesOthers:
        """Whether this role sees what others scored."""
        return self.others.get(role, SeesOthers.NEVER)

    @property
    def has_choice(self) -> bool:
        """Whether the round chooses something when it enters the phase, and may choose anew while it is in it."""
        return self.phase is Phase.DISCUSSION or self.may_show_ranking

    @property
    def asks_for_cases(self) -> bool:
        """Whether a right in this phase depends on the gap cases."""
        after_own = SeesOthers.AFTER_OWN in self.others.values()
        return after_own or self.scorers in (Scorers.OPEN_CASES, Scorers.THIRD_READERS)


_CHAIR_ONLY = MappingProxyType({Role.CHAIR: SeesOthers.ALWAYS})

PHASES: Mapping[Phase, PhaseRules] = MappingProxyType(
    {
        Phase.CALIBRATION: PhaseRules(
            Phase.CALIBRATION, Scorers.NOBODY, _CHAIR_ONLY, leads_to=(Phase.FIRST_READING,)
        ),
        Phase.FIRST_READING: PhaseRules(
            Phase.FIRST_READING,
            Scorers.ASSIGNED,
            _CHAIR_ONLY,
            chair_exports=True,
            leads_to=(Phase.GAP_CHECK, Phase.CLOSED),
        ),
        Phase.GAP_CHECK: PhaseRules(
            Phase.GAP_CHECK,
            Scorers.NOBODY,
            _CHAIR_ONLY,
            leads_to=(Phase.DISCUSSION, Phase.THIRD_READING, Phase.CLOSED),
        ),
        Phase.DISCUSSION: PhaseRules(
            Phase.DISCUSSION,
            Scorers.OPEN_CASES,
            MappingProxyType({Role.CHAIR: SeesOthers.ALWAYS, Role.REVIEWER: SeesOthers.AFTER_OWN}),
            may_show_ranking=True,
            leads_to=(Phase.THIRD_READING, Phase.CLOSED),
        ),
        Phase.THIRD_READING: PhaseRules(
            Phase.THIRD_READING, Scorers.THIRD_READERS, _CHAIR_ONLY, leads_to=(Phase.CLOSED,)
        ),
        Phase.CLOSED: PhaseRules(
            Phase.CLOSED, Scorers.NOBODY, _CHAIR_ONLY, may_show_ranking=True, chair_exports=True
        ),
    }
)
"""A third reading is independent: whoever reads third sees no other review, also when the discussion showed them."""

FIRST_RULES = PHASES[Phase.FIRST_READING]
"""What holds while nothing was said."""


@dataclass(frozen=True)
class PhaseEntry:
    """The round entered a phase; ``revision`` counts the entries. ``reason`` is required for a way back."""

    rules: PhaseRules
    reason: str = ""
    revision: int = 0
    event: RoundEvent | None = None


def standing_phase(events: Iterable[RoundEvent]) -> PhaseEntry:
    """The phase of the newest event; the first reading while there is none."""
    newest = max(events, key=lambda event: event.revision, default=None)
    return PhaseEntry(FIRST_RULES) if newest is None else entry_of(newest)


def entry_of(event: RoundEvent) -> PhaseEntry:
    """The entry an event tells of; ValueError for a phase or an openness that does not exist.

    The event says what the phase showed to reviewers at its time, so that a later change of the defaults
    does not change what an old round allowed. Of before the ranking was a choice it says nothing: it was not shown.
    """
    rules = PHASES[Phase(str(event.content["phase"]))]
    shown = event.content.get("reviewers_see")
    if shown is not None:
        rules = with_reviewers_seeing(rules, SeesOthers(str(shown)))
    rules = with_ranking_shown(rules, event.content.get("shows_ranking") is True)
    return PhaseEntry(rules, str(event.content.get("reason", "")), event.revision, event)


def content_of(rules: PhaseRules, reason: str) -> dict[str, object]:
    """The content of the event with which a phase is entered."""
    seen = rules.sees_others(Role.REVIEWER)
    return {
        "phase": rules.phase.value,
        "reason": reason,
        "reviewers_see": seen.value,
        "shows_ranking": rules.shows_ranking,
    }


def with_reviewers_seeing(rules: PhaseRules, sees: SeesOthers) -> PhaseRules:
    """The same phase with another openness to reviewers; only a discussion may be opened at all."""
    if rules.phase is not Phase.DISCUSSION and sees is not SeesOthers.NEVER:
        raise ValueError(f"reviewers never see other reviews in {rules.phase}")
    return replace(rules, others=MappingProxyType({**rules.others, Role.REVIEWER: sees}))


def with_ranking_shown(rules: PhaseRules, is_shown: bool) -> PhaseRules:
    """The same phase with the ranked list shown to reviewers or not; ValueError where it can never be shown.

    While anybody may still score unseen by the others, a list would tell each what the others gave.
    """
    if is_shown and not rules.may_show_ranking:
        raise ValueError(f"reviewers never see the ranking in {rules.phase}")
    return replace(rules, shows_ranking=is_shown)


def is_way_back(current: Phase, to: Phase) -> bool:
    """Whether the phase asked for lies before the current one."""
    order = list(Phase)
    return order.index(to) < order.index(current)


def may_follow(current: Phase, to: Phase) -> bool:
    """Whether the round may go from one phase to the other: forward as the phase says, back anywhere."""
    return is_way_back(current, to) or to in PHASES[current].leads_to
