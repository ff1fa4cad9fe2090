"""The query parameters of a link a colleague can open: programme, application, category. Rights are checked on open."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode

_PROGRAMME = "programme"
_APPLICATION = "app"
_CATEGORY = "category"
_RECORD = "record"


def chosen_programme(offered: Sequence[ProgrammeCode]) -> ProgrammeCode | None:
    """The programme of the address if it is offered to this person, else the first offered."""
    asked = ProgrammeCode(st.query_params.get(_PROGRAMME, ""))
    if asked in offered:
        return asked
    return offered[0] if offered else None


def choose_programme(programme_code: ProgrammeCode) -> None:
    """Go to another programme; application and category of the old one are left behind."""
    st.query_params.from_dict({_PROGRAMME: programme_code})


def chosen_application() -> ApplicationId | None:
    """The application of the address, whether or not it exists or may be seen."""
    asked = st.query_params.get(_APPLICATION)
    return ApplicationId(asked) if asked else None


def choose_application(application_id: ApplicationId) -> None:
    """Go to another application on the same category."""
    st.query_params[_APPLICATION] = application_id


def leave_application() -> None:
    """Close what is open."""
    st.query_params.pop(_APPLICATION, None)


def chosen_category() -> CategoryCode | None:
    """The category of the address, whether or not it exists."""
    asked = st.query_params.get(_CATEGORY)
    return CategoryCode(asked) if asked else None


def choose_category(category_code: CategoryCode) -> None:
    """Go to another category of the same application."""
    st.query_params[_CATEGORY] = category_code


def link_to_application(programme_code: ProgrammeCode, application_id: ApplicationId) -> str:
    """The address of an application at the desk, relative to the other steps."""
    return "review?" + urlencode({_PROGRAMME: programme_code, _APPLICATION: application_id})


def link_to_entry(
    programme_code: ProgrammeCode,
    application_id: ApplicationId,
    *,
    category_code: CategoryCode,
    record_id: str | None = None,
) -> str:
    """The address of a category at the desk, or of a course in it, relative to the other steps."""
    parameters = {_PROGRAMME: programme_code, _APPLICATION: application_id, _CATEGORY: category_code}
    return "review?" + urlencode(parameters | ({_RECORD: record_id} if record_id else {}))
