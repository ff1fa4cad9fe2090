"""A row of the ranked list in words: its remarks, and what the identity lists say of it."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.identity_list import IdentityList
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import (
    ListName,
    ListStanding,
    Outcome,
    OutcomeReason,
    RankedRow,
    TieState,
    UnscoredReason,
)
from app.workflows.ranked_list_words import words_of
from app.workflows.ranking_rules import Words, subject_names

SAID_REASONS = (
    OutcomeReason.BELOW_MINIMUM,
    OutcomeReason.NO_TOTAL,
    OutcomeReason.NO_QUOTA,
    OutcomeReason.WAITLIST_FULL,
)
"""Reasons that the outcome alone does not tell."""
TOLD_OTHERWISE = (UnscoredReason.OLD_SCALE, UnscoredReason.COMPONENT_MISSING)
"""Reasons with a remark of their own that says more."""


def remarks_of(plan: ReviewPlan, row: RankedRow, *, language: str) -> tuple[str, ...]:
    """Everything that explains the place of a row."""
    return tuple(_remarks(plan, row, words_of(language)))


def outcome_text(plan: ReviewPlan, standing: ListStanding, *, language: str) -> str:
    """What an identity list says of an applicant, with the reason where the outcome does not tell it."""
    return _outcome(plan.rules.identity_lists, standing, words_of(language))


def _outcome(lists: tuple[IdentityList, ...], standing: ListStanding, words: Words) -> str:
    names = {each.list_id: each.name for each in lists}
    told = words[f"outcome_{standing.outcome}"].format(
        number=standing.waitlist_number, list=names.get(standing.elsewhere or "", "")
    )
    return told + (words[f"reason_{standing.reason}"] if standing.reason in SAID_REASONS else "")


def _remarks(plan: ReviewPlan, row: RankedRow, words: Words) -> Iterator[str]:
    names = subject_names(plan, words)
    if row.list_name is ListName.PDF:
        yield words["list_pdf"]
    yield from _missing(plan, row, words)
    if row.tie is TieState.SHARED:
        yield words["tie_shared"]
    if row.tie is TieState.BROKEN and row.deciding_tie_break is not None:
        yield words["tie_broken"].format(dimension=names[row.deciding_tie_break])
    for standing in row.standings:
        if standing.outcome is Outcome.UNDECIDED:
            yield words["undecided_tie"].format(count=standing.equals - 1)
    for gate in row.gates_failed:
        sentence = words["gate_absent" if gate.value is None else "gate"]
        yield sentence.format(subject=names[gate.subject], value=gate.value, minimum=gate.minimum)
    if row.third_reviewer is not None:
        yield words["third_decides"]
    if row.needs_reviews:
        yield words["needs_reviews"].format(count=row.needs_reviews)
    if row.counts.abstained:
        yield words["abstained"].format(count=row.counts.abstained)
    for gap in row.gaps:
        yield words["gap"].format(
            subject=names[gap.dimension_id] if gap.dimension_id else words["gate_total"],
            rule=words[f"gap_{gap.rule}"],
            measured=gap.measured,
            limit=gap.limit,
        )


def _missing(plan: ReviewPlan, row: RankedRow, words: Words) -> Iterator[str]:
    if row.unscored_reason is not None and row.unscored_reason not in TOLD_OTHERWISE:
        yield words[row.unscored_reason]
    if row.counts.old_scale:
        revisions = words["separator"].join(map(str, row.old_revisions))
        yield words["old_scale"].format(revisions=revisions, count=row.counts.old_scale)
    for each in plan.rules.components:
        if each.component_id in row.missing_components:
            yield words["component_not_imported"].format(name=each.name)
