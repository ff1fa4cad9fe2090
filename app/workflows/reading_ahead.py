"""The next applicant's evidence, read while the reviewer still reads this one."""

from __future__ import annotations

from app.domain.evidence import ApplicationId
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.core_overview import load_overview
from app.workflows.course_facts import course_lines_of
from app.workflows.desk_views import Desk
from app.workflows.evidence_review import require_view


def read_ahead(access: Access, desk: Desk, application_id: ApplicationId, *, step: int = 1) -> None:
    """Have the evidence of the line ``step`` further kept ready; who reads it then is asked for the right again.

    Nobody waits for it, and a failure is nobody's: the real reading would meet it too, and tell.
    """
    following = desk.neighbour(application_id, step=step)
    if following is not None:
        snapshot = require_view(access, desk.plan, following)
        access.workbench.aside.read_ahead(facts.read_all, snapshot, following)
        access.workbench.aside.read_ahead(course_lines_of, snapshot, following)
        access.workbench.aside.read_ahead(load_overview, access, desk.plan, following)
