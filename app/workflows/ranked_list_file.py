"""The ranked list in words, ready to be written to a file: heading, and lines with outcomes and remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.identity_list import IdentityList
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import (
    ListName,
    ListStanding,
    Outcome,
    OutcomeReason,
    RankedList,
    RankedRow,
    TieState,
    UnscoredReason,
)
from app.exchange.ranked_list import ListedRow, ListHeading, ListOrigin
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


def heading_of(plan: ReviewPlan, *, language: str) -> ListHeading:
    """Sheet names, column heads and labels."""
    words = words_of(language)
    return ListHeading(
        list_sheet=words["list_sheet"],
        origin_sheet=words["origin_sheet"],
        rank=words["rank"],
        application_number=words["application_number"],
        name=words["name"],
        school=words["school"],
        status=words["status"],
        mode=words["mode"],
        total=words["total"],
        dimensions=tuple(each.name for each in plan.dimensions),
        remarks=words["remarks"],
        snapshot_id=words["snapshot_id"],
        plan_id=words["plan_id"],
        plan_revision=words["plan_revision"],
        scores_digest=words["scores_digest"],
        made_at=words["made_at"],
        identity=words["identity"],
        every_identity=words["every_identity"],
        rules=words["rules"],
        lists=tuple(words["outcome_head"].format(name=each.name) for each in plan.rules.identity_lists),
        review_total=words["review_total"] if plan.rules.components else "",
        components=tuple(each.name for each in plan.rules.components),
    )


def listed_rows(
    plan: ReviewPlan,
    ranked: RankedList,
    summaries: Mapping[ApplicationId, ApplicationSummary],
    *,
    language: str,
) -> tuple[ListedRow, ...]:
    """One line a row, in the order of the list."""
    words = words_of(language)
    return tuple(_line(plan, row, summaries[row.application_id], words) for row in ranked.rows)


def origin_of(ranked: RankedList, rules: tuple[str, ...], *, now: datetime) -> ListOrigin:
    """What the list was made of; ``rules`` are its rules in sentences."""
    names = {each.list_id: each.name for each in ranked.identity_lists}
    return ListOrigin(
        snapshot_id=ranked.snapshot_id,
        plan_id=ranked.plan_id,
        plan_revision=ranked.plan_revision,
        scores_digest=ranked.scores_digest,
        made_at=now,
        rules=rules,
        identity=ranked.identity if ranked.list_id is None else names[ranked.list_id],
    )


def remarks_of(plan: ReviewPlan, row: RankedRow, *, language: str) -> tuple[str, ...]:
    """Everything that explains the place of a row."""
    return tuple(_remarks(plan, row, words_of(language)))


def outcome_text(plan: ReviewPlan, standing: ListStanding, *, language: str) -> str:
    """What an identity list says of an applicant, with the reason where the outcome does not tell it."""
    return _outcome(plan.rules.identity_lists, standing, words_of(language))


def _line(plan: ReviewPlan, row: RankedRow, summary: ApplicationSummary, words: Words) -> ListedRow:
    lists = plan.rules.identity_lists
    stood = [row.standing_in(each.list_id) for each in lists]
    return ListedRow(
        rank=row.rank,
        application_number=summary.application_number,
        name=summary.name,
        school=summary.school_name,
        status=summary.applicant_status or "",
        mode=words[f"mode_{summary.submission_mode}"],
        total=row.total,
        dimension_scores=tuple(row.dimension_means.get(each.dimension_id) for each in plan.dimensions),
        remarks=words["sentence_separator"].join(_remarks(plan, row, words)),
        outcomes=tuple("" if each is None else _outcome(lists, each, words) for each in stood),
        review_total=row.review_total,
        components=tuple(_components(plan, row, words)),
    )


def _components(plan: ReviewPlan, row: RankedRow, words: Words) -> Iterator[Decimal | str | None]:
    for each in plan.rules.components:
        value = row.components.get(each.component_id)
        is_absent = value is None and each.component_id in row.components
        yield words["absent"] if is_absent else value


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
