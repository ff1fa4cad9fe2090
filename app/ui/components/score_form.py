"""The scoring panel: draws the own review as stored, and takes what the browser part sends to the workflow."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app.domain.dimensions import Dimension, RubricLevel, maximum_score, weight_of
from app.domain.plan import ReviewPlan
from app.domain.rounding import round_half_up
from app.domain.scores import Review
from app.reviews.store import Saved
from app.ui.components.core_overview import weight_label
from app.ui.components.part import desk_part, on_trigger
from app.ui.components.phase_notice import render_phase_closed
from app.ui.components.queue_place import queue_place
from app.ui.components.score_drawers import drawers_data
from app.ui.components.score_message import notice_data
from app.ui.components.score_phrases import phrase_sent
from app.ui.components.score_saving import save_sent
from app.ui.components.score_undo import undo_sent
from app.ui.number_text import number_text
from app.ui.state import desk as state
from app.ui.state import scoring
from app.ui.text.desk import DeskWords
from app.ui.visit import Visit
from app.workflows.desk_views import Desk, OwnReview, ScoringRight
from app.workflows.review_entry import COMMENT_LENGTH, REASON_LENGTH

PIECES = (
    "desk_place",
    "held_keys",
    "score_numbers",
    "score_draft",
    "score_tabs",
    "score_focus",
    "score_fields",
    "score_keys",
    "desk_connection",
    "score_connection",
    "score_saving",
    "score_conflict",
    "score_phrases",
    "score_drawers",
    "score_refresh",
)


def draw_score_form(visit: Visit, desk: Desk, own: OwnReview, *, words: DeskWords) -> None:
    """The form for who may score, a sentence for who may not."""
    if own.right is ScoringRight.PHASE_CLOSED:
        render_phase_closed(visit, own.plan, own.review)
        return
    if own.right is not ScoringRight.ALLOWED:
        is_reviewer = own.right is ScoringRight.NOT_ASSIGNED
        st.info(words.score_not_assigned if is_reviewer else words.score_read_only, icon=":material/lock:")
        return
    key = state.score_key(own.plan, own.application_id, visit.person.person_id)
    following = desk.neighbour(own.application_id, step=1)

    def saved(value: Mapping[str, object]) -> None:
        is_saved = save_sent(visit, value)
        scoring.leave_undone(None)
        if is_saved and value.get("goes_on") is True and following is not None:
            state.go_on_saved(following)

    def went_on(_: object) -> None:
        if following is not None and not _is_blank(own.review):
            state.go_on_unchanged(following, left=own.application_id)

    desk_part("score_form", *PIECES)(
        key=key,
        data=_data(own, words, has_next=following is not None)
        | queue_place(desk, own.application_id)
        | {"notice": _notice(visit, own, words), "more": drawers_data(visit, own), "undone": _undone(own)},
        on_save_change=on_trigger(key, "save", saved),
        on_advance_change=on_trigger(key, "advance", went_on),
        on_drawer_change=on_trigger(key, "drawer", scoring.open_drawer),
        on_undo_change=on_trigger(key, "undo", lambda value: undo_sent(visit, value)),
        on_phrase_change=on_trigger(key, "phrase", lambda value: phrase_sent(visit, own, value)),
        on_look_change=on_trigger(key, "look", lambda _: None),
    )


def _data(own: OwnReview, words: DeskWords, *, has_next: bool) -> dict[str, object]:
    plan = own.plan
    return {
        "plan_id": plan.plan_id,
        "plan_revision": plan.revision,
        "application_id": own.application_id,
        "reviewer_id": own.review.reviewer_id,
        "is_percent": plan.scale.value == "percent",
        "step": f"{plan.rules.score_step:f}",
        "shows_total": plan.rules.shows_running_total,
        "dimensions": [_dimension(each, plan, words) for each in plan.dimensions],
        "stored": _stored(own),
        "has_next": has_next,
        "comment_length": COMMENT_LENGTH,
        "reason_length": REASON_LENGTH,
        "words": _words(words),
    }


def _undone(own: OwnReview) -> bool:
    """Whether what is stored came from an undo just now, so that the button takes the undo back."""
    notice = scoring.undone()
    return (
        notice is not None
        and isinstance(notice.outcome, Saved)
        and notice.application_id == own.application_id
        and notice.outcome.value.revision == own.review.revision
    )


def _notice(visit: Visit, own: OwnReview, words: DeskWords) -> dict[str, object] | None:
    """What became of the last save, only if it was a save of this very applicant."""
    notice = state.notice()
    if notice is None or notice.application_id != own.application_id:
        return None
    return notice_data(notice, own.plan, words=words, frame=visit.words)


def _dimension(dimension: Dimension, plan: ReviewPlan, words: DeskWords) -> dict[str, object]:
    return {
        "id": dimension.dimension_id,
        "name": dimension.name,
        "description": dimension.description,
        "weight": f"{weight_of(dimension, plan.scale):f}",
        "weight_label": weight_label(dimension, plan.scale, words),
        "maximum": number_text(maximum_score(dimension, plan.scale)),
        "levels": [_level(each) for each in dimension.rubric_levels],
    }


def _level(level: RubricLevel) -> dict[str, str]:
    low, high = number_text(level.low), number_text(level.high)
    band = f"{low}–{high}"
    return {
        "name": level.name,
        "text": level.text,
        "note": level.note,
        "low": low,
        "high": high,
        "band": band,
    }


def _stored(own: OwnReview) -> dict[str, object]:
    review: Review = own.review
    return {
        "revision": review.revision,
        "is_blank": _is_blank(review),
        "scores": {key: number_text(value) for key, value in review.scores.items()},
        "comments": dict(review.comments),
        "comment": review.comment,
        "abstained": review.abstained,
        "abstain_reason": review.abstain_reason,
        "flagged": review.flagged,
        "saved_at": review.saved_at.isoformat() if review.saved_at else "",
        "total": None if own.total is None else str(round_half_up(own.total)),
    }


def _is_blank(review: Review) -> bool:
    """Nothing was entered so far: such an applicant must not be passed over."""
    return not (review.scores or review.comments or review.comment or review.abstained or review.flagged)


def _words(words: DeskWords) -> dict[str, str]:
    return {
        "title": words.scoring,
        "levels": words.score_levels,
        "rubric": words.score_rubric,
        "comment": words.score_comment,
        "overall": words.score_overall,
        "flag": words.score_flag,
        "abstain": words.score_abstain,
        "abstain_reason": words.score_abstain_reason,
        "abstained": words.score_abstained,
        "total": words.score_total,
        "missing": words.score_missing,
        "save": words.score_save,
        "save_next": words.score_save_next,
        "save_last": words.score_save_last,
        "saving": words.score_saving,
        "saved": words.score_saved,
        "unsaved": words.score_unsaved,
        "never_saved": words.score_never,
        "restored": words.score_restored,
        "no_answer": words.score_no_answer,
        "outside": words.score_outside,
        "stale": words.score_stale,
        "mine": words.score_mine,
        "stored": words.score_stored,
        "keep_mine": words.score_keep_mine,
        "take_stored": words.score_take_stored,
        "took_stored": words.score_took_stored,
        "nothing": words.score_nothing,
        "unchanged": words.score_unchanged,
    }
