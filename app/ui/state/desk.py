"""State of the desk: the open view, the compared applicants, the open course; keys that name what they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.reviews.store import ReadingPlace
from app.ui.state import address, queue
from app.workflows.desk_views import OVERVIEW
from app.workflows.review_entry import Outcome

COMPARE_MOST = 4
COMPARE_LEAST = 2
RESUMED_VIEWS = frozenset({"table", "school", "dimension", "grid"})
"""Views one comes back to; a comparison needs its ticks, which are not remembered."""
LINE = "desk:line"
STAGE = "desk:stage"
IDENTITY = "desk:identity"

_VIEW = "view"
_COMPARE = "compare"
_RECORD = "record"
_NOTICE = "desk:notice"
_NOTICE_PAST = "desk:notice_past"
_UNCHANGED = "desk:unchanged"
_PLACE = "desk:place"
_RESUMED = "desk:resumed"


@dataclass(frozen=True)
class SaveNotice:
    """What became of the last save; ``application_id`` and ``seen_revision`` are those the form sent."""

    event_id: str
    application_id: ApplicationId
    seen_revision: int
    outcome: Outcome | None
    reason: str = ""


def view() -> str:
    """``one``, ``table``, ``dimension``, ``grid``, ``school`` or ``compare``."""
    return st.query_params.get(_VIEW, "one")


def choose_view(code: str) -> None:
    """Another view of the same applicant and category."""
    st.query_params[_VIEW] = code


def category() -> CategoryCode:
    """The category of the address; the overview when none is named."""
    return address.chosen_category() or OVERVIEW


def go_to(sent: object) -> None:
    """The applicant and category a part sent; whether they exist and may be seen is asked where they are drawn."""
    if not isinstance(sent, Mapping):
        return
    application_id, code = sent.get("application_id"), sent.get("category")
    if isinstance(application_id, str) and application_id and application_id != address.chosen_application():
        choose_applicant(ApplicationId(application_id))
    if isinstance(code, str) and code:
        choose_category(CategoryCode(code))


def choose_category(code: CategoryCode) -> None:
    """Another category; the open course belongs to the old one."""
    address.choose_category(code)
    close_record()


def choose_applicant(application_id: ApplicationId) -> None:
    """Another applicant on the same category; who is left without a save makes the note of the last save past."""
    left, last = address.chosen_application(), notice()
    if left != application_id:
        st.session_state[_UNCHANGED] = None
        if last is not None and last.application_id != left:
            st.session_state[_NOTICE_PAST] = True
    _show_applicant(application_id)


def go_on_saved(application_id: ApplicationId) -> None:
    """The next applicant right after a save."""
    _show_applicant(application_id)


def go_on_unchanged(application_id: ApplicationId, *, left: ApplicationId) -> None:
    """The next applicant, because the form of the one left holds what is stored."""
    st.session_state[_UNCHANGED] = left
    _show_applicant(application_id)


def _show_applicant(application_id: ApplicationId) -> None:
    address.choose_application(application_id)
    close_record()


def left_unchanged() -> ApplicationId | None:
    """The applicant left last, if its review was stored before and nothing had changed."""
    left = st.session_state.get(_UNCHANGED)
    return ApplicationId(left) if left else None


def is_notice_past() -> bool:
    """Whether an applicant was left without a save since the last one."""
    return st.session_state.get(_NOTICE_PAST) is True


def record_id() -> str | None:
    """The open course; whether it exists is asked where it is drawn."""
    return st.query_params.get(_RECORD)


def open_record(record: str) -> None:
    """Open a course of the table."""
    st.query_params[_RECORD] = record


def close_record() -> None:
    """No course is open, and no page of a document is asked for: both belong to the place that is left."""
    for parameter in (_RECORD, "page", "file"):
        if parameter in st.query_params:
            del st.query_params[parameter]


def compared() -> list[ApplicationId]:
    """The applicants ticked for comparison, in the order of ticking; rights are checked where they are drawn."""
    text = st.query_params.get(_COMPARE, "")
    return [ApplicationId(each) for each in dict.fromkeys(text.split(",")) if each][:COMPARE_MOST]


def toggle_compared(application_id: ApplicationId) -> None:
    """Tick or untick an applicant."""
    ids = compared()
    rest = [each for each in ids if each != application_id]
    chosen = rest if application_id in ids else [*ids, application_id][:COMPARE_MOST]
    st.query_params[_COMPARE] = ",".join(chosen)


def compare_these(application_ids: Sequence[ApplicationId]) -> None:
    """Exactly these applicants are ticked; rights are checked where they are drawn."""
    st.query_params[_COMPARE] = ",".join(application_ids)


def clear_compared() -> None:
    """Untick everybody and leave the comparison."""
    if _COMPARE in st.query_params:
        del st.query_params[_COMPARE]
    if view() == "compare":
        choose_view("one")


def notice() -> SaveNotice | None:
    """What became of the last save."""
    found = st.session_state.get(_NOTICE)
    return found if isinstance(found, SaveNotice) else None


def leave_notice(left: SaveNotice) -> None:
    """Remember what became of a save, for the run that follows."""
    st.session_state[_NOTICE] = left
    st.session_state[_NOTICE_PAST] = False
    st.session_state[_UNCHANGED] = None


def resume(place: ReadingPlace) -> None:
    """Go to where the person stopped; the note says so until another applicant is chosen."""
    address.choose_application(place.application_id)
    address.choose_category(place.category_code)
    queue.choose_order(place.sort_order)
    queue.resume_filter(place.plan_id, place.filter_text)
    if place.view_code in RESUMED_VIEWS and _VIEW not in st.query_params:
        choose_view(place.view_code)
    st.session_state[_PLACE] = place
    st.session_state[_RESUMED] = place.application_id


def resumed_at() -> ApplicationId | None:
    """The applicant at whom the desk was opened again, while that is still news."""
    found = st.session_state.get(_RESUMED)
    return ApplicationId(found) if found else None


def is_new_place(place: ReadingPlace) -> bool:
    """Whether this run shows another place than the run before; asked once a run."""
    if st.session_state.get(_PLACE) == place:
        return False
    st.session_state[_PLACE] = place
    if place.application_id != st.session_state.get(_RESUMED):
        st.session_state[_RESUMED] = None
    return True


def list_key(plan: ReviewPlan) -> str:
    """Key of the applicant list: it stays while applicants change, so that it keeps its place."""
    return f"desk:list:{plan.plan_id}:{plan.revision}"


def tree_key(plan: ReviewPlan) -> str:
    """Key of the tree: the same nodes for every applicant of a programme."""
    return f"desk:tree:{plan.plan_id}:{plan.revision}"


def score_key(plan: ReviewPlan, application_id: ApplicationId, reviewer_id: PersonId) -> str:
    """Key of a scoring form: plan revision, applicant and reviewer, so that no value can pass to another."""
    return f"desk:score:{plan.plan_id}:{plan.revision}:{application_id}:{reviewer_id}"


def content_key(part: str, application_id: ApplicationId, category_code: CategoryCode) -> str:
    """Key of a part of the middle: another applicant or category is another part, shown from its top."""
    return f"desk:{part}:{application_id}:{category_code}"


def table_key(plan: ReviewPlan, category_code: CategoryCode) -> str:
    """Key of the table over all applicants."""
    return f"desk:table:{plan.plan_id}:{plan.revision}:{category_code}"
