"""Everything wrong with a plan: in itself, and in the evidence it builds on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.evidence import CategoryCode
from app.domain.plan import ReviewPlan
from app.domain.plan_problems import PlanProblem, PlanProblemKind, plan_problems
from app.workflows.access import Access
from app.workflows.core_data_selection import category_openness


def check_plan(access: Access, plan: ReviewPlan) -> tuple[PlanProblem, ...]:
    """Problems of the plan itself, then of each category its snapshot lacks or the office has closed."""
    return (*plan_problems(plan), *_evidence_problems(access, plan))


def unknown_categories(access: Access, plan: ReviewPlan) -> Sequence[CategoryCode]:
    """Chosen categories that the programme's tree has no row for, as after an import or a newer snapshot."""
    return sorted(plan.core_data.categories().difference(category_openness(access, plan)))


def _evidence_problems(access: Access, plan: ReviewPlan) -> Iterator[PlanProblem]:
    openness = category_openness(access, plan)
    for code in sorted(plan.core_data.categories()):
        if code not in openness:
            yield PlanProblem(PlanProblemKind.CORE_DATA_NOT_THERE, code)
        elif not openness[code]:
            yield PlanProblem(PlanProblemKind.CORE_DATA_CLOSED, code)
