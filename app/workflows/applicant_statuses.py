"""The applicant statuses that the evidence of a plan knows."""

from __future__ import annotations

from app.domain.plan import ReviewPlan
from app.domain.visibility import Action
from app.workflows import evidence_facts as facts
from app.workflows.access import Access


def load_statuses(access: Access, plan: ReviewPlan) -> tuple[str, ...]:
    """Every status among the applicants of the plan's programme, in order."""
    access.require(Action.VIEW_PLAN, programme_code=plan.programme_code)
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    found = facts.applications_of(snapshot, plan.programme_code)
    return tuple(sorted({each.applicant_status for each in found if each.applicant_status}))
