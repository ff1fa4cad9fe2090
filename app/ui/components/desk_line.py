"""The line above the desk: previous and next applicant, progress, the last save, views."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from app.reviews.store import Saved
from app.ui.components.desk_meter import queue_line
from app.ui.components.part import desk_part, on_trigger
from app.ui.components.score_undo import UndoOffer
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.text.language import Language
from app.workflows.desk_views import ApplicantLine, Desk


def draw_desk_line(
    desk: Desk,
    line: ApplicantLine | None,
    *,
    words: DeskWords,
    language: Language = Language.ZH,
    undo: UndoOffer | None = None,
) -> None:
    """One row across the desk; Alt and an arrow go to the neighbours. ``undo`` takes the last save back."""
    key = state.LINE
    desk_part("desk_line", "desk_place", "applicant_shelf", "desk_meter")(
        key=key,
        data={
            "application_id": line.application_id if line else "",
            "category": state.category(),
            "name": line.summary.name if line else "",
            "position": (desk.position(line.application_id) if line else None) or 0,
            "count": len(desk.walked),
            "previous": desk.neighbour(line.application_id, step=-1) if line else None,
            "next": desk.neighbour(line.application_id, step=1) if line else None,
            "progress": progress_text(desk, words),
            "view": state.view(),
            "views": offered_views(desk, words),
            "confirmed": _confirmed(),
            "note": _note(desk, words) | _undo_note(undo),
            "words": {
                "previous": words.previous,
                "next": words.next,
                "views": words.views,
                "keys": undo.help if undo else "",
                "pace": words.time_left_title,
            },
        }
        | queue_line(desk, line, language),
        on_go_change=on_trigger(key, "go", state.go_to),
        on_view_change=on_trigger(key, "view", state.choose_view),
        on_undo_change=on_trigger(key, "undo", undo.act if undo else _ignore),
    )


def progress_text(desk: Desk, words: DeskWords) -> str:
    """已評 12 / 60 and what else is to be known; the number of applicants for who scores none."""
    progress = desk.progress
    if progress.assigned == 0:
        return words.progress_none.format(count=len(desk.lines))
    text = words.progress.format(scored=progress.scored, assigned=progress.assigned)
    extras = ((progress.abstained, words.state_abstained), (progress.partial, words.state_partial))
    left = [_time_left_text(progress.time_left, words)] if progress.time_left else []
    # A narrow line cuts the end: how much is left stands before it.
    return " · ".join([text, *left, *(f"{label} {count}" for count, label in extras if count)])


def _time_left_text(left: timedelta, words: DeskWords) -> str:
    """In hours and minutes; never less than one minute."""
    hours, minutes = divmod(max(1, round(left.total_seconds() / 60)), 60)
    if hours:
        return words.time_left_hours.format(hours=hours, minutes=minutes)
    return words.time_left_minutes.format(minutes=minutes)


def offered_views(desk: Desk, words: DeskWords) -> list[dict[str, str]]:
    """The views in the order of their buttons, as the keyboard counts them."""
    views = {"one": words.view_one, "table": words.view_table, "school": words.view_school}
    if desk.progress.assigned:
        views |= {"dimension": words.view_dimension, "grid": words.view_grid}
    if state.view() == "compare":
        views["one"] = words.end_compare
    if state.view() == "compare" or len(state.compared()) >= state.COMPARE_LEAST:
        views["compare"] = words.view_compare
    short = {"table": words.view_table_short, "school": words.view_school_short}
    return [{"code": code, "label": label, "short": short.get(code, label)} for code, label in views.items()]


def _note(desk: Desk, words: DeskWords) -> dict[str, object]:
    """What became of the applicant left last; a save before that is still named, but as something past."""
    unchanged = desk.find_line(state.left_unchanged())
    if unchanged is not None:
        return {"text": words.passed_unchanged.format(name=unchanged.summary.name), "is_past": True}
    notice = state.notice()
    line = desk.find_line(notice.application_id) if notice else None
    if notice is None or line is None or not isinstance(notice.outcome, Saved):
        return {"text": words.resumed if state.resumed_at() else "", "is_past": True}
    saved_at = notice.outcome.value.saved_at
    return {
        "text": words.confirmed.format(name=line.summary.name),
        "saved_at": saved_at.isoformat() if saved_at else "",
        "is_past": state.is_notice_past(),
    }


def _undo_note(undo: UndoOffer | None) -> dict[str, object]:
    """What became of an undo takes the place of the note; the button stands beside either."""
    if undo is None:
        return {}
    text = {"text": undo.text, "saved_at": "", "is_past": False} if undo.text else {}
    return {**text, "undo": undo.request, "undo_label": undo.label}


def _ignore(_: object) -> None:
    """Nothing was offered."""


def _confirmed() -> dict[str, object] | None:
    """The last save as the store gave it back, so that its draft can be forgotten."""
    notice = state.notice()
    if notice is None or not isinstance(notice.outcome, Saved):
        return None
    review = notice.outcome.value
    draft = (review.plan_id, review.plan_revision, review.application_id, review.reviewer_id)
    return {
        "event_id": notice.event_id,
        "draft_key": ":".join(["draft", *map(str, draft), str(notice.seen_revision)]),
    }


def stop_without_applicants(desk: Desk, words: DeskWords) -> bool:
    """Say that nobody is here to be reviewed; True when that is so."""
    if not desk.lines:
        st.info(words.nobody, icon=":material/inbox:")
    return not desk.lines
