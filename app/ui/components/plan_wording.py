"""Problems and changes of a plan in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.plan import REVIEW_TOTAL_TIE, ReviewPlan
from app.domain.plan_problems import PlanProblem, PlanProblemKind
from app.ui.number_text import number_text
from app.ui.text.dimension_setup import DimensionWords
from app.workflows.plan_changes import PlanChange

LONGEST_SHOWN = 60

_RULE_KINDS = frozenset(
    {
        PlanProblemKind.UNKNOWN_TIE_BREAK,
        PlanProblemKind.STEP_NOT_POSITIVE,
        PlanProblemKind.REQUIRED_REVIEWS_BELOW_ONE,
        PlanProblemKind.GAP_LIMIT_NOT_POSITIVE,
        PlanProblemKind.POLICY_NEEDS_MEAN,
        PlanProblemKind.FACTOR_NOT_POSITIVE,
        PlanProblemKind.REVIEW_SHARE_NEGATIVE,
        PlanProblemKind.COMPONENT_WITHOUT_NAME,
        PlanProblemKind.COMPONENT_TWICE,
        PlanProblemKind.COMPONENT_WEIGHT_NEGATIVE,
        PlanProblemKind.COMPONENT_MAXIMUM_NOT_POSITIVE,
        PlanProblemKind.COMPONENT_MINIMUM_OUTSIDE,
        PlanProblemKind.LIST_WITHOUT_NAME,
        PlanProblemKind.LIST_TWICE,
        PlanProblemKind.LIST_PLACES_NEGATIVE,
    }
)
_WHOLE_SUBJECTS = ("", REVIEW_TOTAL_TIE)
"""What a minimum of the whole speaks of: the total, or the total of the review."""
_CATEGORY_KINDS = frozenset({PlanProblemKind.CORE_DATA_NOT_THERE, PlanProblemKind.CORE_DATA_CLOSED})
_CORE_KINDS = _CATEGORY_KINDS | {PlanProblemKind.NO_CORE_DATA, PlanProblemKind.UNKNOWN_CORE_DATA}


def unit_of(words: DimensionWords, plan: ReviewPlan) -> str:
    """What weights are counted in."""
    return "%" if plan.scale is ScoringScale.PERCENT else words.unit_points


def problem_line(
    words: DimensionWords, plan: ReviewPlan, problem: PlanProblem, labels: Mapping[str, str]
) -> str:
    """What is wrong, by how much; ``labels`` names evidence categories."""
    kind = str(problem.kind)
    amount = number_text(abs(problem.amount) if problem.amount is not None else None)
    if problem.kind is PlanProblemKind.WEIGHTS_OFF:
        kind += "_missing" if (problem.amount or 0) > 0 else "_over"
        amount = f"{amount} {unit_of(words, plan)}"
    text = words.notes.problems.get(kind, kind)
    if problem.kind in _CATEGORY_KINDS:
        subject = _shortened(labels.get(problem.subject, problem.subject))
    else:
        subject = _subject(words, plan, problem)
    return text.format(subject=subject, amount=amount, place=_position(plan, problem.subject))


def problem_place(words: DimensionWords, problem: PlanProblem) -> str:
    """Where it is mended."""
    if problem.kind in _CORE_KINDS:
        return words.place_core_data
    is_rule = problem.kind in _RULE_KINDS
    is_total = problem.kind is PlanProblemKind.MINIMUM_OUTSIDE_SCALE and problem.subject in _WHOLE_SUBJECTS
    return words.place_rules if is_rule or is_total else words.place_dimension


def change_lines(
    words: DimensionWords, changes: Iterable[PlanChange], labels: Mapping[str, str]
) -> Sequence[str]:
    """One sentence a change; ``labels`` names evidence categories."""
    return [_change_line(words, change, labels) for change in changes]


def _change_line(words: DimensionWords, change: PlanChange, labels: Mapping[str, str]) -> str:
    return words.notes.changes[change.kind].format(
        subject=change.subject,
        level=change.level,
        field=words.notes.fields.get(change.field, change.field),
        before=_value(words, change, change.before, labels),
        after=_value(words, change, change.after, labels),
    )


def _value(words: DimensionWords, change: PlanChange, value: str | None, labels: Mapping[str, str]) -> str:
    if value is None:
        return words.notes.empty_value
    if change.kind in ("added_core", "removed_core"):
        return labels.get(value, value)
    if change.field == "scale":
        return words.notes.fields["percent" if value == "percent" else "points_scale"]
    if change.kind == "changed_rule":
        value = words.notes.fields.get(value, value)
    return _shortened(value)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _subject(words: DimensionWords, plan: ReviewPlan, problem: PlanProblem) -> str:
    names = {each.dimension_id: each.name for each in plan.dimensions}
    if problem.kind is PlanProblemKind.MINIMUM_OUTSIDE_SCALE and not problem.subject:
        return words.rule_minimum_total
    if problem.kind in _RULE_KINDS or problem.subject == REVIEW_TOTAL_TIE:
        return words.notes.fields.get(problem.subject, problem.subject)
    return names.get(DimensionId(problem.subject), problem.subject)


def _position(plan: ReviewPlan, subject: str) -> str:
    places = [place for place, each in enumerate(plan.dimensions, start=1) if each.dimension_id == subject]
    return f"#{places[0]}" if places else subject
