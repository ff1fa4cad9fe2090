"""State of steps 1 and 2: what was shown, what can be undone, an open conflict. No truth lives here."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.domain.plan import PlanId, ReviewPlan
from app.reviews.store import Stale, StoredPlan

MOST_UNDO = 50


def key(plan_id: PlanId, name: str, *parts: object) -> str:
    """A widget key that belongs to one plan."""
    return ":".join(["plan", plan_id, name, *map(str, parts)])


def show(plan_id: PlanId, stored: StoredPlan | None) -> None:
    """Remember what this run drew (or just saved): the next edit is an edit of it."""
    st.session_state[key(plan_id, "shown")] = stored


def shown(plan_id: PlanId) -> StoredPlan | None:
    """What was drawn last."""
    stored = st.session_state.get(key(plan_id, "shown"))
    return stored if isinstance(stored, StoredPlan) else None


def push_undo(plan: ReviewPlan) -> None:
    """Keep the plan as it was before an edit."""
    stack = [*_undo(plan.plan_id), plan]
    st.session_state[key(plan.plan_id, "undo")] = stack[-MOST_UNDO:]


def pop_undo(plan_id: PlanId) -> ReviewPlan | None:
    """The plan before the last edit, taken off the stack."""
    stack = list(_undo(plan_id))
    taken = stack.pop() if stack else None
    st.session_state[key(plan_id, "undo")] = stack
    return taken


def undo_depth(plan_id: PlanId) -> int:
    """How many edits can be taken back."""
    return len(_undo(plan_id))


def clear_undo(plan_id: PlanId) -> None:
    """Nothing can be taken back any more: the draft was locked."""
    st.session_state[key(plan_id, "undo")] = []


def keep_conflict(plan_id: PlanId, stale: Stale[StoredPlan] | None) -> None:
    """Keep both versions until the person has chosen; None when chosen."""
    st.session_state[key(plan_id, "conflict")] = stale


def conflict(plan_id: PlanId) -> Stale[StoredPlan] | None:
    """The open conflict."""
    kept = st.session_state.get(key(plan_id, "conflict"))
    return kept if isinstance(kept, Stale) else None


def acknowledge(plan_id: PlanId, part: str, seq: int) -> None:
    """Every edit of a browser part up to ``seq`` was dealt with."""
    st.session_state[key(plan_id, part, "acknowledged")] = seq


def acknowledged(plan_id: PlanId, part: str) -> int:
    """The last edit of a browser part that was dealt with."""
    return int(st.session_state.get(key(plan_id, part, "acknowledged"), 0))


def new_edits(plan_id: PlanId, part: str) -> tuple[dict[str, object], ...]:
    """Edits in the outbox of a browser part that were not dealt with, in order. What is no edit is left out."""
    outbox = st.session_state[key(plan_id, part)].get("outbox")
    last = acknowledged(plan_id, part)
    found = [each for each in outbox or () if isinstance(each, dict) and isinstance(each.get("seq"), int)]
    return tuple(sorted((each for each in found if each["seq"] > last), key=lambda each: each["seq"]))


def side_key(plan_id: PlanId, side: str, begun: Sequence[str]) -> str:
    """The key of one side of a comparison; with other sides to begin with it is another choice."""
    return key(plan_id, "side", side, *begun)


def forget_sides(plan_id: PlanId) -> None:
    """Both sides of the comparison begin anew."""
    for name in [str(each) for each in st.session_state if str(each).startswith(key(plan_id, "side"))]:
        del st.session_state[name]


def follow(widget_key: str, value: object) -> str:
    """Let a widget show what is stored; called before it is drawn, so an edit that was refused does not linger."""
    st.session_state[widget_key] = value
    return widget_key


def _undo(plan_id: PlanId) -> Sequence[ReviewPlan]:
    stack = st.session_state.get(key(plan_id, "undo"))
    return stack if isinstance(stack, list) else []
