"""The ranked list in words, ready to be written to a file: heading, lines with remarks, rules in sentences."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, PdfPlacement, ReviewPlan
from app.domain.ranked_row import TOTAL_SUBJECT, ListName, RankedList, RankedRow, TieState, UnscoredReason
from app.exchange.ranked_list import ListedRow, ListHeading, ListOrigin

WORDS_FILE = Path(__file__).parent / "ranked_list_words.toml"


@cache
def words_of(language: str) -> Mapping[str, str]:
    """The words of one language."""
    words: dict[str, dict[str, str]] = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return words[language]


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


def origin_of(
    plan: ReviewPlan, ranked: RankedList, progress: tuple[int, int], *, language: str, now: datetime
) -> ListOrigin:
    """What the list was made of; ``progress`` counts reviews required and finished."""
    return ListOrigin(
        snapshot_id=ranked.snapshot_id,
        plan_id=ranked.plan_id,
        plan_revision=ranked.plan_revision,
        scores_digest=ranked.scores_digest,
        made_at=now,
        rules=rule_sentences(plan, ranked, progress, language=language),
        identity=ranked.identity,
    )


def rule_sentences(
    plan: ReviewPlan, ranked: RankedList, progress: tuple[int, int], *, language: str
) -> tuple[str, ...]:
    """The rules the list was made by: rounding, missing scores, ties, PDF, gates, progress, filter."""
    words = words_of(language)
    names = _names(plan, words)
    order = " → ".join(names[key] for key in ranked.tie_breaks)
    is_apart = plan.rules.pdf_placement is PdfPlacement.APART
    sentences = [
        words["rule_mean"],
        words["rule_missing"],
        words["rule_ties"].format(order=order) if order else words["rule_no_ties"],
        words["rule_pdf_apart" if is_apart else "rule_pdf_together"],
        words["rule_gates"],
        words["rule_progress"].format(required=progress[0], scored=progress[1]),
    ]
    if ranked.identity:
        sentences.append(words["rule_identity"].format(identity=ranked.identity))
    return tuple(sentences)


def remarks_of(plan: ReviewPlan, row: RankedRow, *, language: str) -> tuple[str, ...]:
    """Everything that explains the place of a row."""
    return tuple(_remarks(row, _names(plan, words_of(language)), words_of(language)))


def _line(
    plan: ReviewPlan, row: RankedRow, summary: ApplicationSummary, words: Mapping[str, str]
) -> ListedRow:
    return ListedRow(
        rank=row.rank,
        application_number=summary.application_number,
        name=summary.name,
        school=summary.school_name,
        status=summary.applicant_status or "",
        mode=words[f"mode_{summary.submission_mode}"],
        total=row.total,
        dimension_scores=tuple(row.dimension_means.get(each.dimension_id) for each in plan.dimensions),
        remarks=words["sentence_separator"].join(_remarks(row, _names(plan, words), words)),
    )


def _remarks(row: RankedRow, names: Mapping[str, str], words: Mapping[str, str]) -> Iterator[str]:
    if row.list_name is ListName.PDF:
        yield words["list_pdf"]
    if row.unscored_reason is not None and row.unscored_reason is not UnscoredReason.OLD_SCALE:
        yield words[row.unscored_reason]
    if row.counts.old_scale:
        revisions = words["separator"].join(map(str, row.old_revisions))
        yield words["old_scale"].format(revisions=revisions, count=row.counts.old_scale)
    if row.tie is TieState.SHARED:
        yield words["tie_shared"]
    if row.tie is TieState.BROKEN and row.deciding_tie_break is not None:
        yield words["tie_broken"].format(dimension=names[row.deciding_tie_break])
    for gate in row.gates_failed:
        sentence = words["gate_absent" if gate.value is None else "gate"]
        yield sentence.format(subject=names[gate.subject], value=gate.value, minimum=gate.minimum)
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


def _names(plan: ReviewPlan, words: Mapping[str, str]) -> dict[str, str]:
    """What tie-breaks, gates and gaps speak of, by the name the rules call it."""
    return {
        **{str(each.dimension_id): each.name for each in plan.dimensions},
        **{f"{COMPONENT_TIE}{each.component_id}": each.name for each in plan.rules.components},
        REVIEW_TOTAL_TIE: words["review_total"],
        TOTAL_SUBJECT: words["gate_total"],
    }
