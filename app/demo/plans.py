"""The plans of the demonstration round: real dimensions and rubrics on the core data that the snapshot has."""

from __future__ import annotations

from decimal import Decimal

from app.demo.texts import DimensionText, PlanText, round_texts
from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId, RubricLevel, ScoringScale
from app.domain.evidence import CategoryCode, ProgrammeCode, TreeNode
from app.domain.plan import PlanId, PlanStatus, RankingRules, ReviewPlan
from app.evidence.questions import load_programme_tree
from app.evidence.snapshot import EvidenceSnapshot

COURSE_GROUP_PREFIX = "course_group."
ADMISSION_YEAR = 115


def demo_plan(snapshot: EvidenceSnapshot, text: PlanText) -> ReviewPlan:
    """A draft plan on this snapshot; core data the snapshot does not have are left out."""
    programme_code = ProgrammeCode(text.programme_code)
    tree = load_programme_tree(snapshot, programme_code)
    return ReviewPlan(
        plan_id=PlanId(f"{programme_code}-{ADMISSION_YEAR}"),
        programme_code=programme_code,
        snapshot_id=snapshot.snapshot_id,
        revision=1,
        status=PlanStatus.DRAFT,
        title=text.title,
        scale=ScoringScale.PERCENT,
        dimensions=tuple(_dimension(each) for each in text.dimensions),
        core_data=CoreDataSelection(
            frozenset(pair for each in text.dimensions for pair in _pairs(each, tree))
        ),
        rules=RankingRules(
            tie_breaks=text.tie_breaks,
            components=tuple(each.component for each in text.components),
            identity_lists=text.identity_lists,
        ),
    )


def _dimension(text: DimensionText) -> Dimension:
    texts = round_texts()
    levels = zip(texts.rubric_names, texts.rubric_bands, text.levels, strict=True)
    return Dimension(
        dimension_id=DimensionId(text.dimension_id),
        name=text.name,
        description=text.description,
        weight_percent=Decimal(text.weight_percent),
        points=Decimal(text.weight_percent),
        minimum_score=None,
        rubric_levels=tuple(
            RubricLevel(name, words, Decimal(low), Decimal(high)) for name, (low, high), words in levels
        ),
    )


def _pairs(text: DimensionText, tree: tuple[TreeNode, ...]) -> set[tuple[DimensionId, CategoryCode]]:
    dimension_id = DimensionId(text.dimension_id)
    return {
        (dimension_id, node.category_code)
        for node in tree
        if node.category_code in text.categories
        or (node.category_code.startswith(COURSE_GROUP_PREFIX) and node.label in text.courses)
    }
