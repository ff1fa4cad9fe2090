"""State of the queue: order, filter, drafts of this browser, what was looked at; in the address where it is short."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import cast

import streamlit as st

from app.domain.evidence import ApplicationId, CategoryCode, SnapshotId
from app.domain.plan import PlanId, ReviewPlan
from app.ui.state import search
from app.workflows.applicant_filter import ApplicantFilter
from app.workflows.desk_views import ApplicantOrder
from app.workflows.filter_text import LENGTH_MOST, filter_text, read_filter
from app.workflows.queue_order import QueueOrder, find_order

LINK_LENGTH = 200
"""A filter of more characters stays in the session and out of the address."""

_ORDER = "order"
_FILTER = "filter"
_LAST_ORDER = "desk:order"
_DRAFTED = "desk:drafted"
_CHOICES = "desk:choices"
_SEEN = "desk:seen"
_LINES = "desk:lines-handed"


def order() -> QueueOrder:
    """How the list is ordered: as the address says, else as chosen last, else by number."""
    asked = find_order(st.query_params.get(_ORDER, ""))
    return asked or find_order(str(st.session_state.get(_LAST_ORDER, ""))) or QueueOrder()


def choose_order(text: str) -> None:
    """Another order; what is none is ignored."""
    if find_order(text) is not None:
        st.query_params[_ORDER] = text
        st.session_state[_LAST_ORDER] = text


def turn_order() -> None:
    """The same order the other way round."""
    now = order()
    choose_order(QueueOrder(ApplicantOrder(now.order), not now.is_reversed).text)


def wanted(plan_id: PlanId) -> ApplicantFilter:
    """The filter: of the address, else of this session."""
    if _FILTER in st.query_params:
        return read_filter(st.query_params[_FILTER])
    found = st.session_state.get(_filter_key(plan_id))
    return found if isinstance(found, ApplicantFilter) else ApplicantFilter()


def choose_filter(plan_id: PlanId, chosen: ApplicantFilter) -> None:
    """Filter by this from now on."""
    st.session_state[_filter_key(plan_id)] = chosen
    text = filter_text(chosen)
    # A draft is of this browser: with one chosen, the address cannot say what the list shows.
    if text and len(text) <= LINK_LENGTH and read_filter(text) == chosen:
        st.query_params[_FILTER] = text
    elif _FILTER in st.query_params:
        del st.query_params[_FILTER]


def resume_filter(plan_id: PlanId, text: str) -> None:
    """Filter as it was remembered."""
    choose_filter(plan_id, read_filter(text))


def remembered_filter(plan_id: PlanId) -> str:
    """The filter as text to be remembered; one too long to be read back is forgotten."""
    text = filter_text(wanted(plan_id))
    return text if len(text) <= LENGTH_MOST else ""


def arrangement(plan_id: PlanId) -> str:
    """Order and filter as text: what stands in another arrangement is another list."""
    found = ",".join(search.found_ids()) if search.is_narrowed() else ""
    narrowed = blake2b(found.encode(), digest_size=6).hexdigest() if found else ""
    return "|".join(part for part in (order().text, filter_text(wanted(plan_id)), narrowed) if part)


def drafted() -> frozenset[ApplicationId]:
    """The applicants of whom this browser keeps a draft, as it told last."""
    return cast("frozenset[ApplicationId]", st.session_state.get(_DRAFTED, frozenset()))


def keep_drafted(ids: Iterable[ApplicationId]) -> None:
    """The browser told of its drafts."""
    st.session_state[_DRAFTED] = frozenset(ids)


def ask_choices() -> None:
    """The next run counts what each choice of the filter would leave."""
    st.session_state[_CHOICES] = True


def are_choices_asked() -> bool:
    """Whether this run is to count the choices; asked once a run."""
    return bool(st.session_state.pop(_CHOICES, False))


def is_first_look(plan: ReviewPlan, application_id: ApplicationId) -> bool:
    """Whether the last applicant looked at was another one, or this one in another snapshot; asked once a run."""
    look: tuple[PlanId, ApplicationId, SnapshotId] = (plan.plan_id, application_id, plan.snapshot_id)
    if st.session_state.get(_SEEN) == look:
        return False
    st.session_state[_SEEN] = look
    return True


def looked_at(
    plan: ReviewPlan, application_id: ApplicationId, category_code: CategoryCode
) -> frozenset[CategoryCode]:
    """The categories of the applicant opened in this session, this one now among them."""
    key = f"desk:looked:{plan.plan_id}:{plan.snapshot_id}:{application_id}"
    looked = cast("frozenset[CategoryCode]", st.session_state.get(key, frozenset())) | {category_code}
    st.session_state[key] = looked
    return looked


def are_lines_handed(version: str) -> bool:
    """Whether the browser was given this version of the lines last."""
    return bool(st.session_state.get(_LINES) == version)


def note_lines_handed(version: str) -> None:
    """The browser was given this version of the lines."""
    st.session_state[_LINES] = version


def forget_lines() -> None:
    """The browser has no lines: they are handed over again."""
    st.session_state.pop(_LINES, None)


def lines_key(plan: ReviewPlan) -> str:
    """Key of what of the list stays the same from run to run."""
    return f"desk:lines:{plan.plan_id}:{plan.revision}"


def news_key(plan: ReviewPlan, application_id: ApplicationId) -> str:
    """Key of what is new of one applicant."""
    return f"desk:news:{plan.plan_id}:{plan.revision}:{application_id}"


def _filter_key(plan_id: PlanId) -> str:
    return f"desk:filter:{plan_id}"
