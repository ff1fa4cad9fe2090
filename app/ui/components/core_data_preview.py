"""What a reviewer will see: the evidence tree of one applicant, core data first."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.domain.evidence import ApplicationSummary, TreeNode
from app.domain.plan import ReviewPlan
from app.ui.components.evidence_tree import draw_tree_alone
from app.ui.state import plan as state
from app.ui.text.core_data import CoreDataWords
from app.ui.visit import Visit
from app.workflows.core_data_selection import load_preview_choices, load_preview_tree


def render_core_data_preview(visit: Visit, words: CoreDataWords, plan: ReviewPlan) -> None:
    """A chooser and the tree of the chosen applicant."""
    st.markdown(f"**{words.preview_title}**")
    choices = load_preview_choices(visit.access, plan)
    if not choices:
        return
    lines = {each.application_id: _line(each) for each in choices}
    # The options of a select box are shown letter by letter; escaping would show the backslashes.
    chosen = st.selectbox(
        words.preview_choose,
        list(lines),
        format_func=lambda key: lines[key],
        key=state.key(plan.plan_id, "preview"),
        label_visibility="collapsed",
        placeholder=words.preview_choose,
    )
    if chosen is None:
        return
    tree = load_preview_tree(visit.access, plan, chosen)
    draw_tree_alone(
        state.key(plan.plan_id, "preview-tree", chosen), words.preview_label, _groups(words, plan, tree)
    )
    st.caption(words.preview_hint)


def _line(summary: ApplicationSummary) -> str:
    return f"{summary.application_number} {summary.name}　{summary.school_name}"


def _groups(words: CoreDataWords, plan: ReviewPlan, tree: Sequence[TreeNode]) -> list[dict[str, object]]:
    core = plan.core_data.categories()
    chosen = [node for node in tree if node.category_code in core]
    rest = [node for node in tree if node.category_code not in core]
    groups = (
        (words.group_core, chosen),
        (words.group_items, [node for node in rest if not _is_course(node)]),
        (words.group_courses, [node for node in rest if _is_course(node)]),
    )
    return [
        {"title": title, "nodes": [_node(node, is_core=node.category_code in core) for node in nodes]}
        for title, nodes in groups
        if nodes
    ]


def _is_course(node: TreeNode) -> bool:
    return node.category_code.startswith("course_group.")


def _node(node: TreeNode, *, is_core: bool) -> dict[str, object]:
    return {"code": node.category_code, "label": node.label, "count": node.count, "core": is_core}
