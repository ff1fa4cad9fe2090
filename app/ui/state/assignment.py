"""State of the assignment page: form values and the changes that can be taken back."""

from __future__ import annotations

import streamlit as st

from app.domain.evidence import ProgrammeCode
from app.domain.plan import PlanId
from app.workflows.reviewer_assignment import AssignmentChange


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


def remember(programme_code: ProgrammeCode, change: AssignmentChange) -> None:
    """Keep what was done, for undo."""
    _changes(programme_code).append(change)


def has_undo(programme_code: ProgrammeCode) -> bool:
    """Whether there is a change to take back."""
    return bool(_changes(programme_code))


def take_back(programme_code: ProgrammeCode) -> AssignmentChange | None:
    """The newest change."""
    changes = _changes(programme_code)
    return changes.pop() if changes else None


def _changes(programme_code: ProgrammeCode) -> list[AssignmentChange]:
    stack: list[AssignmentChange] = st.session_state.setdefault(f"assignment:undo:{programme_code}", [])
    return stack
