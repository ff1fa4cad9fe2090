"""Anchor applicants of rubric levels, as numbers, for whom may open these applications."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.domain.visibility import Action
from app.evidence.questions import load_applications
from app.workflows.access import Access


def load_anchor_numbers(access: Access, plan: ReviewPlan) -> Mapping[ApplicationId, str]:
    """The number of every anchor of the plan that this person may open; the others are only counted."""
    access.require(Action.VIEW_PLAN, programme_code=plan.programme_code)
    anchors = {key for each in plan.dimensions for level in each.rubric_levels for key in level.anchors}
    if not anchors:
        return {}
    visible = access.visible_applications(plan.programme_code)
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    return {
        each.application_id: each.application_number
        for each in load_applications(snapshot, plan.programme_code)
        if each.application_id in anchors and (visible is None or each.application_id in visible)
    }
