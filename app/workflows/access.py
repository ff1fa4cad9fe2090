"""The one place where rights are asked: every door builds its target here and asks the matrix of the domain."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.page_tags import PageTagEvent
from app.domain.people import Person, Role
from app.domain.visibility import Action, NotAllowed, PhaseForbids, Target, authorise, is_allowed
from app.evidence.questions import load_applications
from app.workbench import Workbench
from app.workflows.round_state import RoundState, read_round_state
from app.workflows.sign_in import person_of_cookie

LASTING_ACTIONS = frozenset(
    {
        Action.SCORE,
        Action.TAG_PAGES,
        Action.TAKE_BACK_TAGS,
        Action.EDIT_PLAN,
        Action.LOCK_PLAN,
        Action.CHOOSE_ITEMS,
        Action.ASSIGN_REVIEWERS,
        Action.EDIT_ITEM_CHOICE,
        Action.PUBLISH_ITEM_CHOICE,
        Action.REOPEN_ITEM_CHOICE,
        Action.CONFIRM_ALIAS,
        Action.EXPORT_RANKING,
        Action.VIEW_APPEAL,
        Action.IMPORT_COMPONENTS,
        Action.EXPORT_RESEARCH,
        Action.MANAGE_PERSONS,
        Action.SET_PHASE,
        Action.DECIDE_GAP_CASE,
        Action.SET_UP_CALIBRATION,
        Action.SCORE_CALIBRATION,
    }
)
"""What changes a judgement or leaves the house: never granted on what was known when the screen was drawn."""


@dataclass(frozen=True)
class Access:
    """What one person may do, for the length of one request or one run of the script.

    Assignments, and the phase where a right depends on it, are read once per programme and kept. The screen's
    callbacks still hold the Access of the run before, so a lasting action asks the store anew: is this session
    open, the person active, the pair assigned, the phase still the same?
    ``cookie`` is that of the session; None where there is none, as on the command line.
    """

    person: Person
    workbench: Workbench
    cookie: str | None = field(default=None, repr=False)
    _assignments: dict[ProgrammeCode, Mapping[ApplicationId, Assignment]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _rounds: dict[ProgrammeCode, RoundState] = field(default_factory=dict, repr=False, compare=False)
    page_tags: dict[ApplicationId, tuple[PageTagEvent, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """The standing page tags as read in this run: every category of an applicant asks for them."""

    def allows(
        self,
        action: Action,
        *,
        programme_code: ProgrammeCode | None = None,
        application_id: ApplicationId | None = None,
        calibration_id: str = "",
    ) -> bool:
        """Whether the person may; asking leaves no trace."""
        target = self._target(action, programme_code, application_id, calibration_id)
        return is_allowed(self.person, action, target)

    def forbids_by_phase(
        self, action: Action, *, programme_code: ProgrammeCode, application_id: ApplicationId | None = None
    ) -> bool:
        """Whether nothing but the phase of the round stands in the way; asking leaves no trace."""
        try:
            authorise(self.person, action, self._target(action, programme_code, application_id))
        except NotAllowed as refusal:
            return isinstance(refusal, PhaseForbids)
        return False

    def require(
        self,
        action: Action,
        *,
        programme_code: ProgrammeCode | None = None,
        application_id: ApplicationId | None = None,
        calibration_id: str = "",
    ) -> None:
        """Pass in silence, or log the refusal and raise ``NotAllowed``."""
        try:
            if action in LASTING_ACTIONS:
                self._renew(action)
            target = self._target(action, programme_code, application_id, calibration_id)
            authorise(self.person, action, target)
        except NotAllowed:
            self._log_refusal(action, application_id or programme_code or "")
            raise

    def visible_applications(self, programme_code: ProgrammeCode) -> frozenset[ApplicationId] | None:
        """The applications of a programme the person may open; None means every one."""
        own = self.own_assignments(programme_code)
        recused = {each.application_id for each in own if each.recused}
        if not self._may_see_programme(programme_code):
            return frozenset()
        if self.person.role is Role.REVIEWER:
            assigned = frozenset(each.application_id for each in own if not each.recused)
            return assigned | (self.round_state(programme_code).calibrated - recused)
        return self._applications(programme_code) - recused if recused else None

    def _renew(self, action: Action) -> None:
        """Forget what was read before; refuse when the session ended or the person may no longer act."""
        self._assignments.clear()
        self._rounds.clear()
        store = self.workbench.store
        if self.cookie is None:
            current = store.find_person(self.person.person_id)
        else:
            current = person_of_cookie(store, self.cookie, datetime.now(UTC))
        if current != self.person:
            raise NotAllowed(self.person.person_id, action, Target())

    def _may_see_programme(self, programme_code: ProgrammeCode) -> bool:
        """Whether some application of the programme could be opened: the matrix, asked with the best target."""
        best = Target(programme_code, ApplicationId("any"), is_assigned=True)
        return is_allowed(self.person, Action.VIEW_APPLICATION, best)

    def round_state(self, programme_code: ProgrammeCode) -> RoundState:
        """What the round of a programme says to this person's rights; each part is read when first asked for."""
        if programme_code not in self._rounds:
            self._rounds[programme_code] = read_round_state(
                self.workbench.store, programme_code, self.person.person_id
            )
        return self._rounds[programme_code]

    def _target(
        self,
        action: Action,
        programme_code: ProgrammeCode | None,
        application_id: ApplicationId | None,
        calibration_id: str = "",
    ) -> Target:
        if programme_code is None:
            return Target(programme_code, application_id)
        target = Target(programme_code, application_id)
        if application_id is not None:
            own = self._own_assignments(programme_code).get(application_id)
            is_recused = own is not None and own.recused
            target = replace(target, is_assigned=own is not None, is_recused=is_recused)
        return self.round_state(programme_code).told_of(
            target, action, role=self.person.role, calibration_id=calibration_id
        )

    def own_assignments(self, programme_code: ProgrammeCode) -> Collection[Assignment]:
        """What the person is assigned to in a programme, recusals included."""
        return self._own_assignments(programme_code).values()

    def _own_assignments(self, programme_code: ProgrammeCode) -> Mapping[ApplicationId, Assignment]:
        if programme_code not in self._assignments:
            found = self._load_own_assignments(programme_code)
            self._assignments[programme_code] = {each.application_id: each for each in found}
        return self._assignments[programme_code]

    def _load_own_assignments(self, programme_code: ProgrammeCode) -> Sequence[Assignment]:
        plan_id = self.round_state(programme_code).plan_id
        store = self.workbench.store
        return store.load_assignments(plan_id, reviewer_id=self.person.person_id) if plan_id else ()

    def _applications(self, programme_code: ProgrammeCode) -> frozenset[ApplicationId]:
        snapshot = self.workbench.snapshot(self.workbench.snapshot_id_of_programme(programme_code))
        return frozenset(each.application_id for each in load_applications(snapshot, programme_code))

    def _log_refusal(self, action: Action, object_key: str) -> None:
        self.workbench.store.log(
            person_id=self.person.person_id, action="refused", object_key=object_key, detail=action.value
        )
