"""The results beside the review, imported as a chair would: from a file, with everything checked."""

from __future__ import annotations

from pathlib import Path

from app.demo.accounts import CHAIR
from app.demo.scores import Results
from app.demo.texts import PlanText
from app.domain.plan import ReviewPlan
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.component_import import preview_import, save_import


def import_results(workbench: Workbench, plan: ReviewPlan, text: PlanText, *, exports: Path) -> Results:
    """Import the file of every component; what the first of them says of each application."""
    found: list[Results] = []
    for each in text.components:
        path = exports / each.file
        preview = preview_import(
            chair_access(workbench),
            plan.plan_id,
            each.component.component_id,
            path.read_bytes(),
            file_name=path.name,
        )
        if save_import(chair_access(workbench), plan.plan_id, preview) is not None:
            raise RuntimeError("the demonstration store was changed while it was being made")
        found.append(preview.offered.values)
    return found[0] if found else {}


def chair_access(workbench: Workbench) -> Access:
    """The door of the chair of the demonstration."""
    person = workbench.store.find_person(CHAIR)
    if person is None:
        raise RuntimeError("the demonstration has no chair yet")
    return Access(person=person, workbench=workbench)
