"""State of the search: the running query, which hits are listed, and whom the last search over all found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

import streamlit as st

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.plan import PlanId
from app.workflows.keyword_hits import SHOWN_APPLICANTS, Findings, Page

BOX = "desk:search"

_QUERY = "desk:query"
_FOUND = "desk:found"
_KEPT = "desk:findings"
_NARROWED = "desk:found_only"
_PLAN = "desk:found_at"
_PAGE = "page"


@dataclass(frozen=True)
class Query:
    """What was typed, whether every applicant is asked about, and which hits are listed."""

    keyword: str = ""
    everyone: bool = False
    page: Page = Page()


def query() -> Query:
    """The running search."""
    found = st.session_state.get(_QUERY)
    return found if isinstance(found, Query) else Query()


def ask(question: Query) -> None:
    """Search, or end the search with an empty line; the list is whole again."""
    st.session_state[_QUERY] = question
    st.session_state[_NARROWED] = False
    if not question.keyword:
        remember_found(())


def enter(plan_id: PlanId) -> None:
    """Forget whom a search found at another programme."""
    if st.session_state.get(_PLAN) != plan_id:
        st.session_state[_PLAN] = plan_id
        st.session_state[_NARROWED] = False
        remember_found(())


def choose_category(category_code: str) -> None:
    """List the hits of one category alone; none lists all."""
    code = CategoryCode(category_code) if category_code else None
    st.session_state[_QUERY] = replace(query(), page=Page(code))


def show_more() -> None:
    """List the hits of more applicants."""
    asked = query()
    more = replace(asked.page, applicants=asked.page.applicants + SHOWN_APPLICANTS)
    st.session_state[_QUERY] = replace(asked, page=more)


def remember_found(application_ids: tuple[ApplicationId, ...]) -> None:
    """Keep whom the search over all found, for the applicant list."""
    st.session_state[_FOUND] = application_ids


def found_ids() -> tuple[ApplicationId, ...]:
    """Whom the running search over all found; empty without one. Rights are asked where they are drawn."""
    found = st.session_state.get(_FOUND)
    return found if isinstance(found, tuple) else ()


def is_narrowed() -> bool:
    """Whether the applicant list shows the found ones alone, in place of the hits."""
    return st.session_state.get(_NARROWED) is True and bool(found_ids())


def narrow(is_on: bool) -> None:
    """Show the found ones in the list, or the hits again."""
    st.session_state[_NARROWED] = is_on


def go_to_page(page_number: int | None) -> None:
    """The page of a document that the viewer opens; None for everything that has none."""
    if page_number is not None:
        st.query_params[_PAGE] = str(page_number)
    elif _PAGE in st.query_params:
        del st.query_params[_PAGE]


def kept(asked: object, make: Callable[[], Findings]) -> Findings:
    """The findings of the run before when the same was asked of the same desk; else they are made."""
    last = st.session_state.get(_KEPT)
    if isinstance(last, tuple) and last[0] == asked:
        return cast(Findings, last[1])
    findings = make()
    st.session_state[_KEPT] = (asked, findings)
    return findings
