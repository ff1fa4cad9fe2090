"""What the round says to the rights of one person: the phase, gap cases, calibration; each read only when it matters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.domain.calibration import CalibrationState, calibrated_by, round_of
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.gap_case import CaseState, CaseStep, step_of
from app.domain.people import PersonId, Role
from app.domain.plan import PlanId
from app.domain.round_event import RoundEventKind
from app.domain.round_phase import FIRST_RULES, PhaseEntry, SeesOthers, entry_of
from app.domain.scores import ReviewState, review_state
from app.domain.visibility import Action, Target
from app.reviews.store import ReviewStore
from app.workflows.carried_reviews import find_carried_review

READING = frozenset({Action.VIEW_APPLICATION, Action.OPEN_FILE})


@dataclass
class RoundState:
    """The round of one programme as one person meets it, for the length of one run.

    A desk asks for rights many times in a run; the phase costs it one indexed question.
    """

    store: ReviewStore
    plan_id: PlanId | None
    person_id: PersonId
    _phase: PhaseEntry | None = field(default=None, repr=False)
    _calibrated: frozenset[ApplicationId] | None = field(default=None, repr=False)
    _cases: dict[ApplicationId, CaseStep | None] = field(default_factory=dict, repr=False)

    @property
    def phase(self) -> PhaseEntry:
        """The phase that stands."""
        if self._phase is None:
            self._phase = read_phase(self.store, self.plan_id)
        return self._phase

    @property
    def calibrated(self) -> frozenset[ApplicationId]:
        """The applications of open calibration rounds in which the person takes part."""
        if self._calibrated is None:
            kind = RoundEventKind.CALIBRATION_ROUND
            events = self.store.load_round_events(self.plan_id, kind) if self.plan_id else ()
            self._calibrated = calibrated_by(events, self.person_id)
        return self._calibrated

    def told_of(self, target: Target, action: Action, *, role: Role, calibration_id: str) -> Target:
        """The target with what this action depends on."""
        if action is Action.VIEW_CALIBRATION_RESULTS:
            return replace(target, calibration_closed=self._is_closed(calibration_id))
        if action is Action.SCORE_CALIBRATION or (
            action in READING and role is Role.REVIEWER and not target.is_assigned
        ):
            return replace(target, is_calibrating=target.application_id in self.calibrated)
        if action in (Action.SCORE, Action.VIEW_OTHER_REVIEWS):
            return self._told_of_case(target, action, role)
        by_phase = (action is Action.VIEW_RANKING and role is Role.REVIEWER) or (
            action is Action.EXPORT_RANKING and role is Role.CHAIR
        )
        return replace(target, phase=self.phase.rules) if by_phase else target

    def _told_of_case(self, target: Target, action: Action, role: Role) -> Target:
        rules = self.phase.rules
        told = replace(target, phase=rules)
        if target.application_id is None or not rules.asks_for_cases:
            return told
        case = self._case(target.application_id)
        asks_own = action is Action.VIEW_OTHER_REVIEWS and rules.sees_others(role) is SeesOthers.AFTER_OWN
        return replace(
            told,
            in_discussion=case is not None and case.state is CaseState.DISCUSS,
            is_third_reader=case is not None
            and case.state is CaseState.THIRD
            and case.third_reviewer == self.person_id,
            own_review_done=asks_own and self._is_own_done(target.application_id),
        )

    def _case(self, application_id: ApplicationId) -> CaseStep | None:
        if application_id not in self._cases:
            kind = RoundEventKind.GAP_CASE
            event = self.store.find_round_event(self.plan_id, kind, application_id) if self.plan_id else None
            self._cases[application_id] = step_of(event) if event else None
        return self._cases[application_id]

    def _is_own_done(self, application_id: ApplicationId) -> bool:
        stored = self.store.find_locked(self.plan_id) if self.plan_id else None
        if stored is None:
            return False
        review = find_carried_review(
            self.store, stored.plan, application_id=application_id, reviewer_id=self.person_id
        )
        return review_state(stored.plan, review) is ReviewState.SCORED

    def _is_closed(self, calibration_id: str) -> bool:
        kind = RoundEventKind.CALIBRATION_ROUND
        event = self.store.find_round_event(self.plan_id, kind, calibration_id) if self.plan_id else None
        return event is not None and round_of(event).state is CalibrationState.CLOSED


def read_round_state(store: ReviewStore, programme_code: ProgrammeCode, person_id: PersonId) -> RoundState:
    """The state of a programme's round; of a programme without a plan, where nothing was said."""
    return RoundState(store, store.find_plan_of_programme(programme_code), person_id)


def read_phase(store: ReviewStore, plan_id: PlanId | None) -> PhaseEntry:
    """The phase that stands; the first reading while nothing was said."""
    event = store.find_round_event(plan_id, RoundEventKind.PHASE, "") if plan_id else None
    return entry_of(event) if event else PhaseEntry(FIRST_RULES)
