"""核心資料公告: the three stages of a programme; the programme says what it wants, the office announces and reopens."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from app.domain.core_notice import (
    NoticeContent,
    NoticeProblem,
    NoticeStage,
    StageNotice,
    announce_problems,
    announced,
    notice_from_data,
    notice_to_data,
    reopen_problems,
    reopened,
    save_problems,
)
from app.domain.evidence import Programme, ReviewItem
from app.domain.round_event import RoundEvent, RoundEventKind, newest_of_each
from app.domain.visibility import Action
from app.evidence.questions import load_review_items
from app.reviews.store import ItemChoice, Saved, Stale
from app.workflows import administration
from app.workflows.access import Access
from app.workflows.administration import ItemChoiceRefused
from app.workflows.allowed_items import effective_choice
from app.workflows.plan_draft import plan_id_of


@dataclass(frozen=True)
class NoticeView:
    """Every stage as it stands, the items of the channel and year, and what this person may do.

    ``announced_at`` is when a stage that is announced was announced; the list of items may have been published
    before stages were known, so it can lack a moment.
    """

    programme: Programme
    items: tuple[ReviewItem, ...]
    choice: ItemChoice
    stages: dict[NoticeStage, StageNotice]
    announced_at: dict[NoticeStage, datetime]
    may_edit: bool
    may_announce: bool


@dataclass(frozen=True)
class NoticeRefused:
    """Why nothing was written, every reason at once."""

    problems: tuple[NoticeProblem, ...]


Outcome = Saved[RoundEvent] | Stale[RoundEvent] | NoticeRefused


def load_notice(access: Access, programme: Programme) -> NoticeView:
    """The stages; the chosen items are those of the item list, which is the one place they are kept in."""
    code = programme.programme_code
    access.require(Action.VIEW_PLAN, programme_code=code)
    store = access.workbench.store
    snapshot = access.workbench.snapshot(access.workbench.current_snapshot_id())
    items = load_review_items(snapshot, programme.admission_channel, admission_year=programme.admission_year)
    choice = effective_choice(store, programme, items)
    events = newest_of_each(store.load_round_events(plan_id_of(programme), RoundEventKind.CORE_DATA_NOTICE))
    stages = {stage: _stage(stage, events.get(stage.value), items, choice) for stage in NoticeStage}
    return NoticeView(
        programme=programme,
        items=items,
        choice=choice,
        stages=stages,
        announced_at={
            stage: event.saved_at
            for stage, notice in stages.items()
            if notice.is_announced and (event := events.get(stage.value)) and event.saved_at
        },
        may_edit=access.allows(Action.CHOOSE_ITEMS, programme_code=code)
        or access.allows(Action.EDIT_ITEM_CHOICE, programme_code=code),
        may_announce=access.allows(Action.PUBLISH_ITEM_CHOICE, programme_code=code),
    )


def save_stage(access: Access, view: NoticeView, stage: NoticeStage, content: NoticeContent) -> Outcome:
    """Save what an open stage will say; ``view`` is what was seen. The items themselves: ``choose_items``."""
    _require_editor(access, view.programme)
    problems = save_problems(load_notice(access, view.programme).stages, stage, content)
    if problems:
        return NoticeRefused(problems)
    return _save(access, view.programme, replace(view.stages[stage], content=content, reason=""))


def choose_items(
    access: Access, view: NoticeView, chosen: Collection[str]
) -> Saved[ItemChoice] | Stale[ItemChoice] | ItemChoiceRefused:
    """The programme's choice among what the office has opened for it."""
    _require_editor(access, view.programme)
    standing = load_notice(access, view.programme).choice
    refused = ItemChoiceRefused(
        unknown_items=frozenset(chosen) - {item.item_code for item in view.items},
        not_allowed_items=frozenset(chosen) - standing.allowed_items,
        is_published=standing.published,
    )
    if refused != ItemChoiceRefused():
        return refused
    # What the office opened stays its own word: a programme that inherits everything goes on doing so.
    stored = access.workbench.store.find_item_choice(view.programme.programme_code)
    opened = stored.allowed_items if stored else frozenset(item.item_code for item in view.items)
    choice = replace(view.choice, allowed_items=opened, chosen_items=frozenset(chosen))
    return access.workbench.store.save_item_choice(
        choice,
        seen_revision=view.choice.row_revision,
        person_id=access.person.person_id,
        reason="edited",
    )


def announce_stage(access: Access, view: NoticeView, stage: NoticeStage) -> Outcome:
    """Lock a stage as it is seen and say it in public."""
    access.require(Action.PUBLISH_ITEM_CHOICE, programme_code=view.programme.programme_code)
    standing = load_notice(access, view.programme)
    problems = announce_problems(standing.stages, stage, standing.choice.allowed_items)
    if problems:
        return NoticeRefused(problems)
    notice = announced(view.stages[stage])
    if stage is NoticeStage.ITEMS:
        # What plans and the desk ask is the published list; the stage tells the public of it.
        outcome = administration.publish_item_choice(
            access, view.programme, seen_revision=view.choice.row_revision
        )
        if not isinstance(outcome, Saved):
            return _stale_or_refused(outcome, notice, view)
    return _save(access, view.programme, notice)


def reopen_stage(access: Access, view: NoticeView, stage: NoticeStage, reason: str) -> Outcome:
    """Unlock an announced stage; the reason stays in its history."""
    access.require(Action.REOPEN_ITEM_CHOICE, programme_code=view.programme.programme_code)
    problems = reopen_problems(load_notice(access, view.programme).stages, stage, reason)
    if problems:
        return NoticeRefused(problems)
    notice = reopened(view.stages[stage], reason)
    if stage is NoticeStage.ITEMS:
        outcome = administration.reopen_item_choice(
            access, view.programme, seen_revision=view.choice.row_revision, reason=reason
        )
        if not isinstance(outcome, Saved):
            return _stale_or_refused(outcome, notice, view)
    return _save(access, view.programme, notice)


def _stage(
    stage: NoticeStage, event: RoundEvent | None, items: tuple[ReviewItem, ...], choice: ItemChoice
) -> StageNotice:
    notice = notice_from_data(stage, event.content, revision=event.revision) if event else StageNotice(stage)
    if stage is not NoticeStage.ITEMS:
        return notice
    codes = tuple(item.item_code for item in items if item.item_code in choice.chosen_items)
    content = replace(notice.content, item_codes=codes)
    return replace(notice, content=content, is_announced=choice.published)


def _save(access: Access, programme: Programme, notice: StageNotice) -> Saved[RoundEvent] | Stale[RoundEvent]:
    event = _event(access, programme, notice)
    return access.workbench.store.save_round_event(event, seen_revision=notice.revision)


def _event(access: Access, programme: Programme, notice: StageNotice) -> RoundEvent:
    return RoundEvent(
        event_id=uuid4().hex,
        plan_id=plan_id_of(programme),
        kind=RoundEventKind.CORE_DATA_NOTICE,
        subject=notice.stage.value,
        revision=notice.revision,
        content=notice_to_data(notice),
        person_id=access.person.person_id,
    )


def _stale_or_refused(
    outcome: Stale[ItemChoice] | ItemChoiceRefused, notice: StageNotice, view: NoticeView
) -> Stale[RoundEvent] | NoticeRefused:
    if isinstance(outcome, ItemChoiceRefused):
        return NoticeRefused((NoticeProblem.NOTHING_CHOSEN,))
    offered = RoundEvent(
        "", plan_id_of(view.programme), RoundEventKind.CORE_DATA_NOTICE, notice.stage.value, 0, {}, None
    )
    return Stale(offered, offered)


def _require_editor(access: Access, programme: Programme) -> None:
    code = programme.programme_code
    is_chooser = access.allows(Action.CHOOSE_ITEMS, programme_code=code)
    access.require(Action.CHOOSE_ITEMS if is_chooser else Action.EDIT_ITEM_CHOICE, programme_code=code)
