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
from app.reviews.item_notice_store import ItemNotice
from app.reviews.store import ItemChoice, Saved, Stale
from app.workflows.access import Access
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
    """Save what an open stage will say, for the items the programme's choice with it; ``view`` is what was seen."""
    _require_editor(access, view.programme)
    problems = _save_problems(load_notice(access, view.programme), stage, content)
    if problems:
        return NoticeRefused(problems)
    notice = replace(view.stages[stage], content=content, reason="")
    is_chosen_anew = stage is NoticeStage.ITEMS and set(content.item_codes) != view.choice.chosen_items
    if not is_chosen_anew:
        return _save(access, view.programme, notice)
    return _save_both(
        access,
        view.programme,
        notice,
        choice=_choice(access, view, content.item_codes),
        reason="edited",
    )


def announce_stage(
    access: Access, view: NoticeView, stage: NoticeStage, content: NoticeContent | None = None
) -> Outcome:
    """Lock a stage and say it in public: as it is stored, or as ``content`` has it, which is saved by the same act.

    The items are locked and told of in one transaction: plans and the desk ask the list, the public the stage.
    """
    access.require(Action.PUBLISH_ITEM_CHOICE, programme_code=view.programme.programme_code)
    standing = load_notice(access, view.programme)
    problems: tuple[NoticeProblem, ...] = ()
    notice, stages = view.stages[stage], standing.stages
    if content is not None and content != notice.content:
        _require_editor(access, view.programme)
        problems = _save_problems(standing, stage, content)
        notice = replace(notice, content=content)
        stages = {**stages, stage: replace(stages[stage], content=content)}
    found = announce_problems(stages, stage, standing.choice.allowed_items)
    if problems or found:
        return NoticeRefused(tuple(dict.fromkeys((*problems, *found))))
    if stage is not NoticeStage.ITEMS:
        return _save(access, view.programme, announced(notice))
    choice = replace(_choice(access, view, notice.content.item_codes), published=True)
    return _save_both(access, view.programme, announced(notice), choice=choice, reason="published")


def reopen_stage(access: Access, view: NoticeView, stage: NoticeStage, reason: str) -> Outcome:
    """Unlock an announced stage; the reason stays in its history."""
    access.require(Action.REOPEN_ITEM_CHOICE, programme_code=view.programme.programme_code)
    problems = reopen_problems(load_notice(access, view.programme).stages, stage, reason)
    if problems:
        return NoticeRefused(problems)
    notice = reopened(view.stages[stage], reason)
    if stage is not NoticeStage.ITEMS:
        return _save(access, view.programme, notice)
    choice = replace(_choice(access, view, view.choice.chosen_items), published=False)
    return _save_both(access, view.programme, notice, choice=choice, reason=reason.strip())


def _save_problems(
    standing: NoticeView, stage: NoticeStage, content: NoticeContent
) -> tuple[NoticeProblem, ...]:
    problems = save_problems(standing.stages, stage, content)
    is_open = set(content.item_codes) <= standing.choice.allowed_items
    if stage is not NoticeStage.ITEMS or is_open:
        return problems
    return (*problems, NoticeProblem.ITEM_NOT_ALLOWED)


def _choice(access: Access, view: NoticeView, chosen: Collection[str]) -> ItemChoice:
    # What the office opened stays its own word: a programme that inherits everything goes on doing so.
    stored = access.workbench.store.find_item_choice(view.programme.programme_code)
    opened = stored.allowed_items if stored else frozenset(item.item_code for item in view.items)
    return replace(view.choice, allowed_items=opened, chosen_items=frozenset(chosen))


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


def _save_both(
    access: Access, programme: Programme, notice: StageNotice, *, choice: ItemChoice, reason: str
) -> Saved[RoundEvent] | Stale[RoundEvent]:
    """The list of items and the stage that tells of it: both, or neither."""
    event = _event(access, programme, notice)
    return access.workbench.store.save_item_notice(ItemNotice(choice, event, reason))


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


def _require_editor(access: Access, programme: Programme) -> None:
    code = programme.programme_code
    is_chooser = access.allows(Action.CHOOSE_ITEMS, programme_code=code)
    access.require(Action.CHOOSE_ITEMS if is_chooser else Action.EDIT_ITEM_CHOICE, programme_code=code)
