"""The categories as which pages may be tagged; none where the person may not tag or nothing came as PDF."""

from __future__ import annotations

from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.ui.components.evidence_tree import category_label
from app.ui.text.desk import DeskWords
from app.workflows.access import Access
from app.workflows.desk_views import ALL_COURSES
from app.workflows.page_tags import load_choice


def category_choice(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, words: DeskWords
) -> list[dict[str, str]]:
    """Code and label, in tree order, all courses together before their groups."""
    nodes = load_choice(access, plan, application_id)
    shown = [(node.category_code, node.label) for node in nodes]
    courses = [(ALL_COURSES, category_label(ALL_COURSES, None, words))] if nodes else []
    own = [each for each in shown if not each[0].startswith(f"{ALL_COURSES}.")]
    groups = [each for each in shown if each[0].startswith(f"{ALL_COURSES}.")]
    return [{"code": code, "label": label} for code, label in (*own, *courses, *groups)]
