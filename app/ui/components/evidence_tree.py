"""The evidence tree: core data first, other data, every course group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.evidence import ApplicationId, CategoryCode, TreeNode
from app.domain.plan import ReviewPlan
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.workflows.desk_views import ALL_COURSES, OVERVIEW, EvidenceTree


def draw_evidence_tree(
    plan: ReviewPlan, tree: EvidenceTree, place: tuple[ApplicationId, CategoryCode], *, words: DeskWords
) -> None:
    """The three branches with counts, zeros too; a click chooses the category."""
    key = state.tree_key(plan)
    _tree_part()(
        key=key,
        data=tree_data(tree, place, words),
        on_chosen_change=on_trigger(key, "chosen", state.go_to),
    )


def draw_tree_alone(key: str, label: str, groups: list[dict[str, object]]) -> None:
    """A tree that is only looked at, away from the desk."""
    _tree_part()(key=key, data={"is_alone": True, "label": label, "selected": "", "groups": groups})


def _tree_part() -> Callable[..., Any]:
    return desk_part("evidence_tree", "desk_place")


def tree_data(
    tree: EvidenceTree, place: tuple[ApplicationId, CategoryCode], words: DeskWords
) -> dict[str, object]:
    """The tree of one applicant, and which category of it is chosen."""
    return {
        "application_id": place[0],
        "selected": place[1],
        "label": words.tree,
        "groups": [
            {"title": words.tree_core, "nodes": [_overview(words), *_nodes(tree, tree.core)]},
            {"title": words.tree_other, "nodes": _nodes(tree, tree.other)},
            {"title": words.tree_courses, "nodes": [_all(tree, words), *_nodes(tree, tree.courses)]},
        ],
    }


def category_label(code: CategoryCode, label: str | None, words: DeskWords) -> str:
    """The label of a category, also of those made for the desk; an unknown code is shown as it is."""
    own = {OVERVIEW: words.node_overview, ALL_COURSES: words.node_all_courses}
    return own.get(code) or label or code


def _overview(words: DeskWords) -> dict[str, object]:
    return {"code": OVERVIEW, "label": words.node_overview, "count": None, "core": True}


def _all(tree: EvidenceTree, words: DeskWords) -> dict[str, object]:
    count = sum(node.count for node in tree.courses) + tree.all_courses_tags
    is_core = ALL_COURSES in tree.core_codes
    return {"code": ALL_COURSES, "label": words.node_all_courses, "count": count, "core": is_core}


def _nodes(tree: EvidenceTree, nodes: tuple[TreeNode, ...]) -> list[dict[str, object]]:
    return [
        {
            "code": node.category_code,
            "label": node.label,
            "count": node.count,
            "core": node.category_code in tree.core_codes,
        }
        for node in nodes
    ]
