"""核心資料: which evidence categories and course groups feed which dimension."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.dimensions import DimensionId
from app.domain.evidence import CategoryCode


@dataclass(frozen=True)
class CoreDataSelection:
    """Pairs of dimension and evidence category; many to many."""

    pairs: frozenset[tuple[DimensionId, CategoryCode]] = frozenset()

    def categories(self) -> frozenset[CategoryCode]:
        """Every chosen category."""
        return frozenset(category for _, category in self.pairs)

    def categories_of(self, dimension_id: DimensionId) -> frozenset[CategoryCode]:
        """The categories that feed one dimension."""
        return frozenset(category for dimension, category in self.pairs if dimension == dimension_id)

    def with_pair(self, dimension_id: DimensionId, category_code: CategoryCode) -> CoreDataSelection:
        """The selection with one more pair."""
        return CoreDataSelection(self.pairs | {(dimension_id, category_code)})

    def without_dimension(self, dimension_id: DimensionId) -> CoreDataSelection:
        """The selection after a dimension was deleted."""
        return CoreDataSelection(frozenset(pair for pair in self.pairs if pair[0] != dimension_id))
