"""Signed lists: made, put on record before they leave, and told again to office and chair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.visibility import Action
from app.errors import NotFound
from app.exchange.signed_list import DIGEST_KEY, ListForm, SignedList
from app.exchange.signed_list_comparison import file_digest
from app.exchange.signed_list_forms import write_signed_list
from app.exchange.typeset import typesetter
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import Saved
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.list_as_of import derive_list
from app.workflows.signed_list_content import EVERYONE, signed_list_of
from app.workflows.total_ranking import ListFile

RECORDED_KEYS = (
    DIGEST_KEY,
    "selection",
    "language",
    "snapshot_id",
    "plan_revision",
    "plan_digest",
    "scores_digest",
    "components_digest",
    "program_version",
    "as_of",
)
FORM_KEY, FILE_KEY, LINES_KEY, TYPESETTER_KEY = "file_form", "file_sha256", "lines", "typesetter"


@dataclass(frozen=True)
class AskedSigned:
    """Which list a person takes away, in which form and words; ``as_of`` None is now."""

    plan_id: PlanId
    form: ListForm
    language: str = "zh"
    selection: str = EVERYONE
    as_of: datetime | None = None


@dataclass(frozen=True)
class LeftList:
    """A list that left the house: when, by whom, in which form, with all that it states of itself.

    ``typesetter`` is what set the pages of a PDF; empty where none did, or where it was not kept yet.
    """

    left_at: datetime
    person_id: PersonId | None
    form: str
    file_sha256: str
    lines: int
    stated: dict[str, str]
    typesetter: str = ""

    @property
    def list_digest(self) -> str:
        """The digest of the list itself."""
        return self.stated[DIGEST_KEY]


def export_signed_list(workbench: Workbench, access: Access | None, asked: AskedSigned) -> ListFile:
    """The file, put on record before it is handed out: a list nobody can account for must not leave.

    ``access`` None is the command line of the administrator, who holds the store itself. Raises NotFound: no such
    plan, none locked by then, no such part of the list.
    """
    store = workbench.store
    newest = store.find_locked(asked.plan_id)
    if newest is None:
        raise NotFound("locked plan", asked.plan_id)
    if access is not None:
        access.require(Action.EXPORT_RANKING, programme_code=newest.plan.programme_code)
    derived = derive_list(workbench, asked.plan_id, asked.as_of)
    signed = signed_list_of(derived, language=asked.language, selection=asked.selection)
    content = write_signed_list(signed, asked.form)
    person_id = access.person.person_id if access is not None else None
    _record(store, asked, signed, content, person_id=person_id)
    return ListFile(_file_name(asked, signed), content)


def load_left_lists(access: Access, plan_id: PlanId) -> Sequence[LeftList]:
    """Every list of a plan that left, the last first."""
    stored = access.workbench.store.find_locked(plan_id)
    if stored is None:
        raise NotFound("locked plan", plan_id)
    access.require(Action.VIEW_RECORDS, programme_code=stored.plan.programme_code)
    events = access.workbench.store.load_round_events(plan_id, RoundEventKind.SIGNED_LIST)
    return [left_list_of(event) for event in reversed(events)]


def recorded_files(store: SqlReviewStore, plan_id: PlanId, list_digest: str) -> dict[str, LeftList]:
    """Every file of this very list that left, by its SHA-256."""
    events = store.load_round_events(plan_id, RoundEventKind.SIGNED_LIST, subject=list_digest)
    return {left.file_sha256: left for left in map(left_list_of, events)}


def left_list_of(event: RoundEvent) -> LeftList:
    """The list an event tells of; ValueError when its content is none."""
    content, lines = event.content, event.content.get(LINES_KEY)
    if event.saved_at is None or not isinstance(lines, int):
        raise ValueError(f"round event {event.event_id} tells of no list")
    return LeftList(
        left_at=event.saved_at,
        person_id=event.person_id,
        form=str(content[FORM_KEY]),
        file_sha256=str(content[FILE_KEY]),
        lines=lines,
        stated={key: str(content[key]) for key in RECORDED_KEYS},
        typesetter=str(content.get(TYPESETTER_KEY, "")),
    )


def _record(
    store: SqlReviewStore,
    asked: AskedSigned,
    signed: SignedList,
    content: bytes,
    *,
    person_id: PersonId | None,
) -> None:
    """No name of an applicant: digests, and which part of the list it was."""
    facts: dict[str, object] = {key: signed.stated[key] for key in RECORDED_KEYS}
    facts |= {FORM_KEY: asked.form, FILE_KEY: file_digest(content), LINES_KEY: len(signed.rows)}
    if asked.form == "pdf":
        facts[TYPESETTER_KEY] = typesetter()
    event = RoundEvent(
        uuid4().hex, asked.plan_id, RoundEventKind.SIGNED_LIST, signed.digest, 0, facts, person_id
    )
    seen = 0
    while not isinstance(outcome := store.save_round_event(event, seen_revision=seen), Saved):
        # The same list left in another form at the same moment: both are on record.
        seen = outcome.stored.revision


def _file_name(asked: AskedSigned, signed: SignedList) -> str:
    """Plan, revision and the beginning of the digest: an applicant status is a school's free text, unfit here."""
    plan_id = "".join(each if each.isascii() and each.isalnum() else "-" for each in asked.plan_id)
    part = "" if asked.selection == EVERYONE else "-part"
    return f"list-{plan_id}-r{signed.origin['plan_revision']}{part}-{signed.digest[:8]}.{asked.form}"
