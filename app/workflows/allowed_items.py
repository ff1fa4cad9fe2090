"""可參採項目 of an admission channel and year, set once by the office; every programme of it inherits them.

What the office opened for one programme never reaches further than its channel: an item closed there is closed for
all. What was announced stays as announced.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from app.domain.evidence import Programme, ProgrammeCode, ReviewItem
from app.domain.plan import PlanId
from app.domain.plan_data import items as listed
from app.domain.plan_data import string
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.visibility import Action
from app.evidence.questions import load_programmes, load_review_items
from app.reviews.store import ItemChoice, ReviewStore, Saved, Stale
from app.workflows.access import Access

SUBJECT = "allowed_items"


@dataclass(frozen=True)
class ChannelItems:
    """The items of a channel and year; ``revision`` 0 means nothing was decided, so every one is open."""

    admission_channel: str
    admission_year: int
    items: tuple[ReviewItem, ...]
    allowed: frozenset[str]
    revision: int


@dataclass(frozen=True)
class ChannelItemsRefused:
    """Why a set cannot be saved."""

    unknown_items: frozenset[str] = frozenset()
    nothing_allowed: bool = False


def load_channel_items(access: Access, programme: Programme) -> ChannelItems:
    """The set for the channel and year of a programme."""
    access.require(Action.VIEW_PROGRESS, programme_code=programme.programme_code)
    snapshot = access.workbench.snapshot(access.workbench.current_snapshot_id())
    channel, year = programme.admission_channel, programme.admission_year
    items = load_review_items(snapshot, channel, admission_year=year)
    newest = _newest(access.workbench.store, programme)
    every = frozenset(item.item_code for item in items)
    allowed = _codes_of(newest) & every if newest else every
    return ChannelItems(channel, year, items, allowed, newest.revision if newest else 0)


def save_channel_items(
    access: Access, view: ChannelItems, programme: Programme, *, allowed: Collection[str]
) -> Saved[RoundEvent] | Stale[RoundEvent] | ChannelItemsRefused:
    """Open these items for every programme of the channel and year; ``view`` is what was seen."""
    access.require(Action.EDIT_ITEM_CHOICE)
    unknown = frozenset(allowed) - {item.item_code for item in view.items}
    if unknown or not allowed:
        return ChannelItemsRefused(unknown, nothing_allowed=not allowed)
    event = RoundEvent(
        event_id=uuid4().hex,
        plan_id=_subject_plan(programme),
        kind=RoundEventKind.CORE_DATA_NOTICE,
        subject=SUBJECT,
        revision=0,
        content={"items": sorted(allowed)},
        person_id=access.person.person_id,
    )
    return access.workbench.store.save_round_event(event, seen_revision=view.revision)


def effective_choice(store: ReviewStore, programme: Programme, items: Sequence[ReviewItem]) -> ItemChoice:
    """What a programme may consider and has chosen, its channel's set included; before any decision all is open."""
    every = frozenset(item.item_code for item in items)
    newest = _newest(store, programme)
    open_here = _codes_of(newest) & every if newest else every
    stored = store.find_item_choice(programme.programme_code)
    if stored is None:
        return ItemChoice(programme.programme_code, open_here, frozenset(), published=False, row_revision=0)
    return replace(stored, allowed_items=stored.allowed_items & open_here)


def hit_by_closing(access: Access, programme: Programme, allowed: Collection[str]) -> Sequence[Programme]:
    """Programmes of the channel and year that have chosen an item outside ``allowed`` and not announced it yet."""
    access.require(Action.EDIT_ITEM_CHOICE)
    snapshot = access.workbench.snapshot(access.workbench.current_snapshot_id())
    return [
        each
        for each in load_programmes(snapshot)
        if _subject_plan(each) == _subject_plan(programme)
        and (choice := access.workbench.store.find_item_choice(ProgrammeCode(each.programme_code)))
        and not choice.published
        and choice.chosen_items - set(allowed)
    ]


def _newest(store: ReviewStore, programme: Programme) -> RoundEvent | None:
    events = store.load_round_events(
        _subject_plan(programme), RoundEventKind.CORE_DATA_NOTICE, subject=SUBJECT
    )
    return events[-1] if events else None


def _subject_plan(programme: Programme) -> PlanId:
    """The set belongs to no plan of a programme: its events are kept under channel and year."""
    return PlanId(f"{programme.admission_channel}-{programme.admission_year}")


def _codes_of(event: RoundEvent) -> frozenset[str]:
    return frozenset(string(code, "items") for code in listed(event.content, "items"))
