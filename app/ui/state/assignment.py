"""State of the assignment page: form values and the lists to go back to."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.domain.assignment import Assignment
from app.domain.evidence import ProgrammeCode
from app.domain.plan import PlanId


def reviewers_key(plan_id: PlanId | None) -> str:
    """Key of the reviewers who take part."""
    return f"assignment:reviewers:{plan_id}"


def per_application_key(plan_id: PlanId | None) -> str:
    """Key of the number of reviewers per applicant."""
    return f"assignment:per:{plan_id}"


def recused_reviewer_key(plan_id: PlanId | None) -> str:
    """Key of the reviewer to recuse."""
    return f"assignment:recused_reviewer:{plan_id}"


def recused_applicant_key(plan_id: PlanId | None) -> str:
    """Key of the applicant to recuse from."""
    return f"assignment:recused_applicant:{plan_id}"


def reason_key(plan_id: PlanId | None) -> str:
    """Key of the reason."""
    return f"assignment:reason:{plan_id}"


def remember(programme_code: ProgrammeCode, assignments: Sequence[Assignment]) -> None:
    """Keep the list as it stood, for undo."""
    _earlier(programme_code).append(tuple(assignments))


def has_undo(programme_code: ProgrammeCode) -> bool:
    """Whether there is a list to go back to."""
    return bool(_earlier(programme_code))


def take_back(programme_code: ProgrammeCode) -> tuple[Assignment, ...] | None:
    """The newest list to go back to."""
    earlier = _earlier(programme_code)
    return earlier.pop() if earlier else None


def _earlier(programme_code: ProgrammeCode) -> list[tuple[Assignment, ...]]:
    stack: list[tuple[Assignment, ...]] = st.session_state.setdefault(f"assignment:undo:{programme_code}", [])
    return stack
