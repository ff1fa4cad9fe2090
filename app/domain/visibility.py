"""Who may do what with which object: one matrix, read by every door (screens, search, files, exports)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.people import Person, PersonId, Role
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
    IMPORT_COMPONENTS = "import_components"
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


@dataclass(frozen=True)
class Target:
    """The object of an action, with what the store knows of the person and this application."""

    programme_code: ProgrammeCode | None = None
    application_id: ApplicationId | None = None
    is_assigned: bool = False
    is_recused: bool = False
    own_review_done: bool = False


class NotAllowed(WorkbenchError):
    """A person asked for what the matrix refuses."""

    def __init__(self, person_id: PersonId, action: Action, target: Target) -> None:
        super().__init__(f"{person_id} may not {action} ({target.programme_code}, {target.application_id})")
        self.person_id = person_id
        self.action = action
        self.target = target


# Reviewers never see other reviews, also not after their own is done: scoring is independent until the
# chair opens the discussion outside this table. ``Target.own_review_done`` is carried for the day that changes.
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
            Action.IMPORT_COMPONENTS: Reach.OWN_PROGRAMME,
        },
        Role.REVIEWER: {
            Action.VIEW_PLAN: Reach.OWN_PROGRAMME,
            Action.SEARCH_PROGRAMME: Reach.OWN_PROGRAMME,
            Action.VIEW_APPLICATION: Reach.OWN_ASSIGNED,
            Action.OPEN_FILE: Reach.OWN_ASSIGNED,
            Action.SCORE: Reach.OWN_ASSIGNED,
            Action.TAG_PAGES: Reach.OWN_ASSIGNED,
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
            Action.IMPORT_COMPONENTS: Reach.ANYWHERE,
            Action.MANAGE_PERSONS: Reach.ANYWHERE,
            Action.VIEW_LOG: Reach.ANYWHERE,
        },
        Role.RESEARCHER: {
            Action.VIEW_RESEARCH: Reach.ANYWHERE,
            Action.EXPORT_RESEARCH: Reach.ANYWHERE,
        },
    }
)


def is_allowed(person: Person, action: Action, target: Target) -> bool:
    """Whether the matrix grants this; a person who is not active may do nothing."""
    reach = MATRIX[person.role].get(action)
    return person.is_active and reach is not None and _covers(reach, person, target)


def authorise(person: Person, action: Action, target: Target) -> None:
    """Pass in silence, or raise ``NotAllowed``."""
    if not is_allowed(person, action, target):
        raise NotAllowed(person.person_id, action, target)


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
    }[reach]
