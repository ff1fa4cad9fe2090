"""A plan as a file: taken to another programme or year, changed by hand, brought back into a draft.

What a file brings is dimensions, core data and rules. Whose plan it is, for which snapshot and which
revision stays with the draft it is read into, and every dimension gets a new id: no file can name another.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId, RubricLevel, ScoringScale
from app.domain.evidence import CategoryCode
from app.domain.plan import PlanStatus, ReviewPlan
from app.domain.plan_codec import plan_to_data
from app.errors import BadFile, FileProblem, PlanLocked
from app.exchange.json_reader import JsonReader, parse_json
from app.exchange.plan_file_rules import read_rules

FILE_KIND = "review-plan"
FILE_VERSION = 1
LONGEST_FILE = 1_000_000
MOST_DIMENSIONS = 50
ENVELOPE = ("file", "version", "plan")
PLAN_KEYS = (
    "plan_id",
    "programme_code",
    "snapshot_id",
    "revision",
    "status",
    "title",
    "scale",
    "dimensions",
    "core_data",
    "rules",
)
DIMENSION_KEYS = (
    "dimension_id",
    "name",
    "description",
    "weight_percent",
    "points",
    "minimum_score",
    "rubric_levels",
)
LEVEL_KEYS = ("name", "text", "low", "high")
LATER_LEVEL_KEYS = ("intended_share", "note", "anchors")
"""Keys that files of before do not have. Anchors are applications of this round: a file neither takes nor brings any."""


def write_plan_file(plan: ReviewPlan) -> str:
    """The plan as JSON text, keys always in the same order, numbers as text."""
    document = {"file": FILE_KIND, "version": FILE_VERSION, "plan": plan_to_data(_without_anchors(plan))}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def read_plan_file(
    text: str, draft: ReviewPlan, *, file: str, new_id: Callable[[], DimensionId]
) -> ReviewPlan:
    """``draft`` with the title, scale, dimensions, core data and rules of the file.

    Raises BadFile with every problem of form at once. Whether the plan may be locked is ``plan_problems``'
    question: a file may hold half a plan.
    """
    if draft.status is not PlanStatus.DRAFT:
        raise PlanLocked(draft.plan_id, draft.revision)
    reader = JsonReader()
    plan = _read(reader, _parsed(reader, text), draft, new_id)
    if reader.problems:
        raise BadFile(file, reader.problems)
    return plan


def _without_anchors(plan: ReviewPlan) -> ReviewPlan:
    dimensions = (
        replace(each, rubric_levels=tuple(replace(level, anchors=()) for level in each.rubric_levels))
        for each in plan.dimensions
    )
    return replace(plan, dimensions=tuple(dimensions))


def _parsed(reader: JsonReader, text: str) -> object:
    if len(text) > LONGEST_FILE:
        reader.problems.append(FileProblem("", "too_long", str(len(text))))
        return {}
    return parse_json(text, reader.problems)


def _read(
    reader: JsonReader, document: object, draft: ReviewPlan, new_id: Callable[[], DimensionId]
) -> ReviewPlan:
    if reader.problems:
        return draft
    envelope = reader.mapping(document, "", keys=ENVELOPE)
    if envelope.get("file") != FILE_KIND or envelope.get("version") != FILE_VERSION:
        reader.report("file", "not_a_plan_file", f"{envelope.get('file')} {envelope.get('version')}")
        return draft
    data = reader.mapping(envelope.get("plan"), "plan", keys=PLAN_KEYS)
    dimensions = [
        _dimension(reader, item, f"plan.dimensions[{place}]")
        for place, item in enumerate(reader.items(data, "dimensions", "plan", most=MOST_DIMENSIONS))
    ]
    ids = _new_ids(reader, dimensions, new_id)
    return replace(
        draft,
        title=reader.text(data, "title", "plan"),
        scale=reader.choice(data, "scale", "plan", kind=ScoringScale),
        dimensions=tuple(replace(item, dimension_id=ids[item.dimension_id]) for item in dimensions),
        core_data=_core_data(reader, data, ids),
        rules=read_rules(reader, data, ids),
    )


def _dimension(reader: JsonReader, item: object, place: str) -> Dimension:
    data = reader.mapping(item, place, keys=DIMENSION_KEYS)
    levels = enumerate(reader.items(data, "rubric_levels", place))
    return Dimension(
        dimension_id=DimensionId(reader.text(data, "dimension_id", place)),
        name=reader.text(data, "name", place),
        description=reader.text(data, "description", place),
        weight_percent=reader.decimal(data, "weight_percent", place),
        points=reader.decimal(data, "points", place),
        minimum_score=reader.decimal_or_none(data, "minimum_score", place),
        rubric_levels=tuple(_level(reader, level, f"{place}.rubric_levels[{n}]") for n, level in levels),
    )


def _level(reader: JsonReader, item: object, place: str) -> RubricLevel:
    data = reader.mapping(item, place, keys=LEVEL_KEYS, later=LATER_LEVEL_KEYS)
    return RubricLevel(
        name=reader.text(data, "name", place),
        text=reader.text(data, "text", place),
        low=reader.decimal(data, "low", place),
        high=reader.decimal(data, "high", place),
        intended_share=reader.decimal_or_none(data, "intended_share", place),
        note=reader.text({"note": "", **data}, "note", place),
    )


def _new_ids(
    reader: JsonReader, dimensions: list[Dimension], new_id: Callable[[], DimensionId]
) -> dict[DimensionId, DimensionId]:
    ids: dict[DimensionId, DimensionId] = {}
    for place, item in enumerate(dimensions):
        if item.dimension_id in ids:
            reader.report(f"plan.dimensions[{place}].dimension_id", "twice", item.dimension_id)
        ids[item.dimension_id] = new_id()
    return ids


def _core_data(
    reader: JsonReader, data: dict[str, object], ids: dict[DimensionId, DimensionId]
) -> CoreDataSelection:
    pairs: set[tuple[DimensionId, CategoryCode]] = set()
    for place, item in enumerate(reader.items(data, "core_data", "plan")):
        where = f"plan.core_data[{place}]"
        match item:
            case [str(dimension), str(category)] if dimension in ids:
                pairs.add((ids[DimensionId(dimension)], CategoryCode(category)))
            case [str(dimension), str()]:
                reader.report(where, "unknown_dimension", dimension)
            case _:
                reader.report(where, "not_a_pair", str(item))
    return CoreDataSelection(frozenset(pairs))
