"""The link to one applicant and category: opaque keys only, for a colleague with rights of their own."""

from __future__ import annotations

from app.ui.state import address
from app.ui.state import desk as state
from app.workflows.desk_views import ApplicantLine, Desk


def link_to(desk: Desk, line: ApplicantLine | None) -> str:
    """The address relative to the other steps; neither filter nor order, which belong to the reader."""
    if line is None:
        return ""
    return address.link_to_entry(
        desk.plan.programme_code,
        line.application_id,
        category_code=state.category(),
        record_id=state.record_id(),
    )
