"""State of the passes over many applicants: the dimension, the page, an order that stands still, what the browser has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

import streamlit as st

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.ui.state import address

Row = Mapping[str, object]

_DIMENSION = "dimension"
_ONLY = "only"
_PREFIX = "passes"
_PLAIN = "passes:plain_table"
CHANGES_MOST = 200
"""With more rows changed than this the whole list is sent anew."""


@dataclass(frozen=True)
class Answer:
    """What became of one cell that was sent."""

    event_id: str
    application_id: ApplicationId
    dimension_id: DimensionId
    kind: str
    text: str = ""


@dataclass(frozen=True)
class _Sent:
    """What the browser was given under a version; later runs send only what differs from it."""

    version: str
    rows: Mapping[str, Row]


def chosen_dimension(offered: Sequence[DimensionId]) -> DimensionId | None:
    """The dimension of the address, where it was chosen last, if it is offered, else the first; None without any."""
    asked = DimensionId(st.query_params.get(_DIMENSION, ""))
    return asked if asked in offered else next(iter(offered), None)


def choose_dimension(dimension_id: str) -> None:
    """Another dimension, fed by everything that feeds it."""
    st.query_params[_DIMENSION] = dimension_id
    choose_only("")


def is_plain_table() -> bool:
    """Whether a category over all applicants is shown as a table to be sorted, without scores in its rows."""
    return st.session_state.get(_PLAIN) is True


def show_plain_table(is_plain: bool) -> None:
    """A category as a table, or as rows to be scored; kept for this session."""
    st.session_state[_PLAIN] = is_plain


def only_category() -> CategoryCode | None:
    """The one category to which the evidence is narrowed; None for all that feed the dimension."""
    asked = st.query_params.get(_ONLY)
    return CategoryCode(asked) if asked else None


def choose_only(category_code: str) -> None:
    """Narrow the evidence to one category, or show all again."""
    if category_code:
        st.query_params[_ONLY] = category_code
    elif _ONLY in st.query_params:
        del st.query_params[_ONLY]


def pass_key(view: str, plan: ReviewPlan, *parts: str) -> str:
    """Key of a part of a pass: never without the revision of the plan, nor, where it belongs to one, the applicant."""
    return ":".join([_PREFIX, view, plan.plan_id, str(plan.revision), *parts])


def strip_key(plan: ReviewPlan, application_id: ApplicationId, reviewer_id: PersonId) -> str:
    """Key of the scores above a column: plan revision, applicant and reviewer."""
    return pass_key("strip", plan, application_id, reviewer_id)


def is_only_missing(key: str) -> bool:
    """Whether only applicants without this score are listed."""
    return st.session_state.get(f"{key}:missing") is True


def toggle_missing(key: str) -> None:
    """List everybody, or only who had no score yet when this was chosen."""
    st.session_state[f"{key}:missing"] = not is_only_missing(key)
    resort(key)


def standing_order(key: str, ids: Sequence[ApplicationId], *, may_shrink: bool) -> list[ApplicationId]:
    """The order of the first look under this key: a save must not move the rows under the hands that score them.

    With ``may_shrink`` the ids are what is still missing: who was scored meanwhile keeps the place too.
    """
    kept: list[ApplicationId] = st.session_state.get(f"{key}:order") or []
    is_same = set(ids) <= set(kept) if may_shrink else set(ids) == set(kept)
    if not is_same:
        kept = list(ids)
    st.session_state[f"{key}:order"] = kept
    return kept


def resort(key: str) -> None:
    """The next run orders anew, from the first page."""
    st.session_state.pop(f"{key}:order", None)
    st.session_state.pop(f"{key}:page", None)


def page_of(key: str, ids: Sequence[ApplicationId], *, size: int) -> int:
    """The page on screen; an applicant chosen elsewhere is gone to."""
    chosen = address.chosen_application()
    if chosen is not None and chosen in ids and chosen != st.session_state.get(f"{key}:chosen"):
        st.session_state[f"{key}:page"] = ids.index(chosen) // size
    st.session_state[f"{key}:chosen"] = chosen
    last = max(0, (len(ids) - 1) // size)
    return min(int(st.session_state.get(f"{key}:page", 0)), last)


def go_to_page(key: str, page: object) -> None:
    """Another page of the same pass."""
    if isinstance(page, int) and page >= 0:
        st.session_state[f"{key}:page"] = page


def opened(key: str) -> list[ApplicationId]:
    """The applicants whose evidence is open in place, oldest first."""
    kept: list[ApplicationId] = st.session_state.get(f"{key}:opened") or []
    return list(kept)


def toggle_opened(key: str, application_id: str, *, most: int = 3) -> None:
    """Open or close the full evidence of one row; the oldest of too many is closed."""
    ids = opened(key)
    rest = [each for each in ids if each != application_id]
    st.session_state[f"{key}:opened"] = rest if len(rest) < len(ids) else [*rest, application_id][-most:]


def leave_answers(key: str, answers: Sequence[Answer]) -> None:
    """What became of the cells sent last, for the runs that follow."""
    st.session_state[f"{key}:answers"] = tuple(answers)


def answers(key: str) -> tuple[Answer, ...]:
    """What became of the cells sent last by this part."""
    found = st.session_state.get(f"{key}:answers", ())
    return found if isinstance(found, tuple) else ()


def rows_to_send(key: str, rows: Mapping[str, Row]) -> dict[str, object]:
    """All rows once under a version, from then on only those that differ from what went out under it."""
    sent = st.session_state.get(f"{key}:sent")
    if isinstance(sent, _Sent) and list(sent.rows) == list(rows):
        changes = [row for row_id, row in rows.items() if row != sent.rows[row_id]]
        if len(changes) <= CHANGES_MOST:
            return {"version": sent.version, "rows": None, "changes": changes}
    fresh = _Sent(uuid4().hex, dict(rows))
    st.session_state[f"{key}:sent"] = fresh
    return {"version": fresh.version, "rows": list(rows.values()), "changes": []}


def forget_sent(key: str) -> None:
    """The browser has lost the rows (the part was put up anew): send all of them."""
    st.session_state.pop(f"{key}:sent", None)
