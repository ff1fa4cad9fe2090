"""Who may do what with which object: one matrix, read by every door (screens, search, files, exports)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.people import Person, PersonId, Role
from app.domain.round_phase import FIRST_RULES, Phase, PhaseRules, Scorers, SeesOthers
from app.errors import WorkbenchError


class Action(StrEnum):
    """What a person may ask for."""

    VIEW_PLAN = "view_plan"
    EDIT_PLAN = "edit_plan"
    LOCK_PLAN = "lock_plan"
    VIEW_APPLICATION = "view_application"
    OPEN_FILE = "open_file"
    SEARCH_PROGRAMME = "search_programme"
    SCORE = "score"
    TAG_PAGES = "tag_pages"
    TAKE_BACK_TAGS = "take_back_tags"
    VIEW_OTHER_REVIEWS = "view_other_reviews"
    VIEW_RANKING = "view_ranking"
    EXPORT_RANKING = "export_ranking"
    VIEW_RECORDS = "view_records"
    VIEW_APPEAL = "view_appeal"
    VIEW_RECUSAL_REASON = "view_recusal_reason"
    IMPORT_COMPONENTS = "import_components"
    VIEW_FAIRNESS = "view_fairness"
    VIEW_RATERS = "view_raters"
    VIEW_OWN_FIGURES = "view_own_figures"
    ASSIGN_REVIEWERS = "assign_reviewers"
    VIEW_PROGRESS = "view_progress"
    VIEW_DATA_PROBLEMS = "view_data_problems"
    EDIT_ITEM_CHOICE = "edit_item_choice"
    PUBLISH_ITEM_CHOICE = "publish_item_choice"
    REOPEN_ITEM_CHOICE = "reopen_item_choice"
    CHOOSE_ITEMS = "choose_items"
    CONFIRM_ALIAS = "confirm_alias"
    VIEW_RESEARCH = "view_research"
    EXPORT_RESEARCH = "export_research"
    MANAGE_PERSONS = "manage_persons"
    VIEW_LOG = "view_log"
    VIEW_PHASE = "view_phase"
    SET_PHASE = "set_phase"
    VIEW_GAP_CASES = "view_gap_cases"
    DECIDE_GAP_CASE = "decide_gap_case"
    SET_UP_CALIBRATION = "set_up_calibration"
    SCORE_CALIBRATION = "score_calibration"
    VIEW_CALIBRATION_RESULTS = "view_calibration_results"


class Reach(StrEnum):
    """How far a permission goes. What the matrix does not name is refused."""

    ANYWHERE = "anywhere"
    """Every programme, and things of no programme."""
    OWN_PROGRAMME = "own_programme"
    """A programme of the person."""
    ANY_UNRECUSED = "any_unrecused"
    """A named application of any programme, unless the person is recused from it."""
    OWN_UNRECUSED = "own_unrecused"
    """A named application of a programme of the person, unless recused."""
    OWN_ASSIGNED = "own_assigned"
    """The same, and the application is assigned to the person."""
    OWN_READING = "own_reading"
    """The same, or it is one of an open calibration round in which the person takes part."""
    OWN_CALIBRATING = "own_calibrating"
    """Only the latter."""


@dataclass(frozen=True)
class Target:
    """The object of an action, with what the store knows of the person, this application and the round.

    ``in_discussion`` says that the application is an open gap case; ``is_third_reader`` that the person reads it a
    third time; ``is_calibrating`` that it belongs to an open calibration round in which the person takes part;
    ``calibration_closed`` is about the calibration round whose results are asked for.
    """

    programme_code: ProgrammeCode | None = None
    application_id: ApplicationId | None = None
    is_assigned: bool = False
    is_recused: bool = False
    own_review_done: bool = False
    phase: PhaseRules = FIRST_RULES
    in_discussion: bool = False
    is_third_reader: bool = False
    is_calibrating: bool = False
    calibration_closed: bool = False


class NotAllowed(WorkbenchError):
    """A person asked for what the matrix refuses."""

    def __init__(self, person_id: PersonId, action: Action, target: Target) -> None:
        super().__init__(f"{person_id} may not {action} ({target.programme_code}, {target.application_id})")
        self.person_id = person_id
        self.action = action
        self.target = target


class PhaseForbids(NotAllowed):
    """The matrix grants it, but the phase the round is in does not."""

    @property
    def phase(self) -> Phase:
        """The phase the round is in."""
        return self.target.phase.phase


# The matrix says how far a role can reach at all; the phase of the round narrows that (``_phase_allows``).
# Reviewers see other reviews only where the phase opens an application for discussion; scoring is independent.
# Everybody who may tag may take back an own tag; ``TAKE_BACK_TAGS`` is for those of others.
# A search is asked of a whole programme, so its hits must be filtered one by one with VIEW_APPLICATION.
MATRIX: Mapping[Role, Mapping[Action, Reach]] = MappingProxyType(
    {
        Role.CHAIR: {
            Action.VIEW_PLAN: Reach.OWN_PROGRAMME,
            Action.EDIT_PLAN: Reach.OWN_PROGRAMME,
            Action.LOCK_PLAN: Reach.OWN_PROGRAMME,
            Action.CHOOSE_ITEMS: Reach.OWN_PROGRAMME,
            Action.ASSIGN_REVIEWERS: Reach.OWN_PROGRAMME,
            Action.VIEW_PROGRESS: Reach.OWN_PROGRAMME,
            Action.VIEW_DATA_PROBLEMS: Reach.OWN_PROGRAMME,
            Action.SEARCH_PROGRAMME: Reach.OWN_PROGRAMME,
            Action.VIEW_APPLICATION: Reach.OWN_UNRECUSED,
            Action.OPEN_FILE: Reach.OWN_UNRECUSED,
            Action.SCORE: Reach.OWN_ASSIGNED,
            Action.TAG_PAGES: Reach.OWN_UNRECUSED,
            Action.TAKE_BACK_TAGS: Reach.OWN_UNRECUSED,
            Action.VIEW_OTHER_REVIEWS: Reach.OWN_UNRECUSED,
            Action.VIEW_RANKING: Reach.OWN_PROGRAMME,
            Action.EXPORT_RANKING: Reach.OWN_PROGRAMME,
            Action.VIEW_RECORDS: Reach.OWN_PROGRAMME,
            Action.VIEW_APPEAL: Reach.OWN_UNRECUSED,
            Action.VIEW_RECUSAL_REASON: Reach.OWN_UNRECUSED,
            Action.IMPORT_COMPONENTS: Reach.OWN_PROGRAMME,
            Action.VIEW_PHASE: Reach.OWN_PROGRAMME,
            Action.SET_PHASE: Reach.OWN_PROGRAMME,
            Action.VIEW_GAP_CASES: Reach.OWN_PROGRAMME,
            Action.DECIDE_GAP_CASE: Reach.OWN_UNRECUSED,
            Action.SET_UP_CALIBRATION: Reach.OWN_PROGRAMME,
            Action.SCORE_CALIBRATION: Reach.OWN_CALIBRATING,
            Action.VIEW_CALIBRATION_RESULTS: Reach.OWN_PROGRAMME,
            Action.VIEW_FAIRNESS: Reach.OWN_PROGRAMME,
            Action.VIEW_RATERS: Reach.OWN_PROGRAMME,
            Action.VIEW_OWN_FIGURES: Reach.OWN_PROGRAMME,
        },
        Role.REVIEWER: {
            Action.VIEW_PLAN: Reach.OWN_PROGRAMME,
            Action.SEARCH_PROGRAMME: Reach.OWN_PROGRAMME,
            Action.VIEW_APPLICATION: Reach.OWN_READING,
            Action.OPEN_FILE: Reach.OWN_READING,
            Action.SCORE: Reach.OWN_ASSIGNED,
            Action.TAG_PAGES: Reach.OWN_ASSIGNED,
            Action.VIEW_OTHER_REVIEWS: Reach.OWN_ASSIGNED,
            Action.VIEW_RANKING: Reach.OWN_PROGRAMME,
            Action.VIEW_PHASE: Reach.OWN_PROGRAMME,
            Action.SCORE_CALIBRATION: Reach.OWN_CALIBRATING,
            Action.VIEW_CALIBRATION_RESULTS: Reach.OWN_PROGRAMME,
            Action.VIEW_OWN_FIGURES: Reach.OWN_PROGRAMME,
        },
        Role.OFFICE: {
            Action.VIEW_PLAN: Reach.ANYWHERE,
            Action.VIEW_PROGRESS: Reach.ANYWHERE,
            Action.VIEW_DATA_PROBLEMS: Reach.ANYWHERE,
            Action.EDIT_ITEM_CHOICE: Reach.ANYWHERE,
            Action.PUBLISH_ITEM_CHOICE: Reach.ANYWHERE,
            Action.REOPEN_ITEM_CHOICE: Reach.ANYWHERE,
            Action.CONFIRM_ALIAS: Reach.ANYWHERE,
            Action.VIEW_APPLICATION: Reach.ANY_UNRECUSED,
            Action.OPEN_FILE: Reach.ANY_UNRECUSED,
            Action.TAG_PAGES: Reach.ANY_UNRECUSED,
            Action.TAKE_BACK_TAGS: Reach.ANY_UNRECUSED,
            Action.VIEW_RANKING: Reach.ANYWHERE,
            Action.EXPORT_RANKING: Reach.ANYWHERE,
            Action.VIEW_RECORDS: Reach.ANYWHERE,
            Action.VIEW_APPEAL: Reach.ANY_UNRECUSED,
            Action.VIEW_RECUSAL_REASON: Reach.ANY_UNRECUSED,
            Action.IMPORT_COMPONENTS: Reach.ANYWHERE,
            Action.VIEW_FAIRNESS: Reach.ANYWHERE,
            Action.VIEW_RATERS: Reach.ANYWHERE,
            Action.MANAGE_PERSONS: Reach.ANYWHERE,
            Action.VIEW_LOG: Reach.ANYWHERE,
            Action.VIEW_PHASE: Reach.ANYWHERE,
            Action.SET_PHASE: Reach.ANYWHERE,
            Action.VIEW_GAP_CASES: Reach.ANYWHERE,
            Action.VIEW_CALIBRATION_RESULTS: Reach.ANYWHERE,
        },
        Role.RESEARCHER: {
            Action.VIEW_RESEARCH: Reach.ANYWHERE,
            Action.EXPORT_RESEARCH: Reach.ANYWHERE,
        },
    }
)


def is_allowed(person: Person, action: Action, target: Target) -> bool:
    """Whether matrix and phase grant this; a person who is not active may do nothing."""
    return _is_in_reach(person, action, target) and _phase_allows(person.role, action, target)


def authorise(person: Person, action: Action, target: Target) -> None:
    """Pass in silence, or raise ``NotAllowed``; ``PhaseForbids`` where only the phase stands in the way."""
    if not _is_in_reach(person, action, target):
        raise NotAllowed(person.person_id, action, target)
    if not _phase_allows(person.role, action, target):
        raise PhaseForbids(person.person_id, action, target)


def _is_in_reach(person: Person, action: Action, target: Target) -> bool:
    reach = MATRIX[person.role].get(action)
    return person.is_active and reach is not None and _covers(reach, person, target)


def _phase_allows(role: Role, action: Action, target: Target) -> bool:
    """What the phase says; it narrows and never widens."""
    if action is Action.SCORE:
        return _may_score(target)
    if action is Action.VIEW_OTHER_REVIEWS:
        return _may_see_others(role, target)
    if action is Action.VIEW_RANKING:
        return role is not Role.REVIEWER or target.phase.shows_ranking
    if action is Action.EXPORT_RANKING:
        return role is not Role.CHAIR or target.phase.chair_exports
    return action is not Action.VIEW_CALIBRATION_RESULTS or target.calibration_closed


def _may_score(target: Target) -> bool:
    return {
        Scorers.ASSIGNED: True,
        Scorers.OPEN_CASES: target.in_discussion,
        Scorers.THIRD_READERS: target.is_third_reader,
        Scorers.NOBODY: False,
    }[target.phase.scorers]


def _may_see_others(role: Role, target: Target) -> bool:
    sees = target.phase.sees_others(role)
    if role is Role.REVIEWER and not target.in_discussion:
        return False
    return {
        SeesOthers.NEVER: False,
        SeesOthers.AFTER_OWN: target.own_review_done,
        SeesOthers.ALWAYS: True,
    }[sees]


def _covers(reach: Reach, person: Person, target: Target) -> bool:
    own = target.programme_code in person.programme_codes
    named = target.application_id is not None
    unrecused = named and not target.is_recused
    return {
        Reach.ANYWHERE: True,
        Reach.OWN_PROGRAMME: own,
        Reach.ANY_UNRECUSED: unrecused,
        Reach.OWN_UNRECUSED: own and unrecused,
        Reach.OWN_ASSIGNED: own and unrecused and target.is_assigned,
        Reach.OWN_READING: own and unrecused and (target.is_assigned or target.is_calibrating),
        Reach.OWN_CALIBRATING: own and unrecused and target.is_calibrating,
    }[reach]
