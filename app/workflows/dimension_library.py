"""面向庫: example dimensions by field, each with five worded levels, to be put into a draft one by one or as a set."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.core_data import CoreDataSelection
from app.domain.evidence import CategoryCode
from app.domain.plan import FULL_TOTAL, ReviewPlan, add_dimension, weight_shortfall
from app.domain.rounding import EXACT
from app.workflows.dimension_setup import EditNames, TemplateDimension, new_dimension, with_whole_weights

SETS = Path(__file__).parent / "dimension_sets"
EVERYTHING_BELOW = "."
"""A suggested category that ends in it means every category that begins like it."""


@dataclass(frozen=True)
class LibraryDimension:
    """One example. ``weight`` is its share of the set in percent; ``categories`` are suggested core data."""

    key: str
    template: TemplateDimension
    weight: Decimal
    categories: tuple[str, ...]


@dataclass(frozen=True)
class LibrarySet:
    """The examples of one field, in the order of the set."""

    key: str
    name: str
    dimensions: tuple[LibraryDimension, ...]


@dataclass(frozen=True)
class Insertion:
    """What is put into a draft; ``shares_out`` brings all weights to a full total afterwards."""

    dimensions: tuple[LibraryDimension, ...]
    shares_out: bool


@cache
def load_library(language: str) -> tuple[LibrarySet, ...]:
    """Every set in one language, ``zh`` or ``en``."""
    files = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in SETS.glob("*.toml")}
    ordered = sorted(files.items(), key=lambda pair: (pair[1]["order"], pair[0]))
    return tuple(_set(key, data, language) for key, data in ordered)


def suggested_categories(
    dimension: LibraryDimension, openness: Mapping[CategoryCode, bool]
) -> tuple[CategoryCode, ...]:
    """The suggested core data that the programme's tree has and the office has left open, in tree order."""
    return tuple(
        code for code, is_open in openness.items() if is_open and _is_suggested(code, dimension.categories)
    )


def insert_dimensions(
    plan: ReviewPlan, insertion: Insertion, names: EditNames, openness: Mapping[CategoryCode, bool]
) -> ReviewPlan:
    """The draft with the examples at its end, fed by what is suggested and open.

    A name that is taken gets the suffix of a copy: two dimensions of one name could not be locked.
    """
    for each in insertion.dimensions:
        plan = _with_one(plan, each, names, openness)
    return with_whole_weights(plan, FULL_TOTAL) if insertion.shares_out and plan.dimensions else plan


def weight_after(plan: ReviewPlan, chosen: Sequence[LibraryDimension]) -> Decimal:
    """What the weights, or points, would add up to with the suggested ones."""
    total = EXACT.subtract(FULL_TOTAL, weight_shortfall(plan))
    for each in chosen:
        total = EXACT.add(total, each.weight)
    return total


def chosen_dimensions(library: Iterable[LibrarySet], keys: Collection[str]) -> tuple[LibraryDimension, ...]:
    """The dimensions of these keys, in the order of the library."""
    return tuple(each for one in library for each in one.dimensions if each.key in keys)


def _with_one(
    plan: ReviewPlan, each: LibraryDimension, names: EditNames, openness: Mapping[CategoryCode, bool]
) -> ReviewPlan:
    taken = {standing.name for standing in plan.dimensions}
    name = each.template.name
    while name in taken:
        name += names.copy_suffix
    dimension = new_dimension(plan.scale, replace(each.template, name=name), each.weight, names)
    pairs = {(dimension.dimension_id, code) for code in suggested_categories(each, openness)}
    grown = add_dimension(plan, dimension)
    return replace(grown, core_data=CoreDataSelection(grown.core_data.pairs | pairs))


def _is_suggested(code: CategoryCode, suggested: Collection[str]) -> bool:
    return code in suggested or any(
        each.endswith(EVERYTHING_BELOW) and code.startswith(each) for each in suggested
    )


def _set(key: str, data: Mapping[str, Any], language: str) -> LibrarySet:
    return LibrarySet(
        key=key,
        name=data["name"][language],
        dimensions=tuple(
            LibraryDimension(
                key=f"{key}.{place}",
                template=TemplateDimension(
                    name=each[language]["name"],
                    description=each[language]["description"],
                    level_texts=tuple(each[language]["levels"]),
                ),
                weight=Decimal(each["weight"]),
                categories=tuple(each["categories"]),
            )
            for place, each in enumerate(data["dimension"], start=1)
        ),
    )
