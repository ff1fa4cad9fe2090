"""標示未扣分檢查: applicants who uploaded PDF beside those of the database, judged by the same reviewers on as much evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.completeness import LedgerLine
from app.domain.dimensions import DimensionId, maximum_score
from app.domain.evidence import ApplicationId
from app.domain.plan import FULL_TOTAL, ReviewPlan
from app.domain.review_tally import counted_reviews
from app.domain.scores import Review, total_of_scores
from app.domain.visibility import Action
from app.psychometrics.label_effect import LabelEffect, LabelledScore, label_effect
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.completeness_ledger import asked_categories, build_ledger
from app.workflows.round_facts import load_round_facts

MOST_MISSING = 2
"""Two items that are not there, or more, are one band: finer bands would leave nobody to compare with."""
COMPARED_MODES = ("pdf", "database")


@dataclass(frozen=True)
class LabelCheck:
    """The effect on the total and on each dimension; ``pdf`` and ``database`` count everyone with a finished review."""

    pdf: int
    database: int
    total: LabelEffect
    dimensions: Mapping[DimensionId, LabelEffect]


def load_label_check(access: Access, plan: ReviewPlan) -> LabelCheck:
    """The check of a locked plan from the reviews that count now."""
    access.require(Action.VIEW_PROGRESS, programme_code=plan.programme_code)
    store = access.workbench.store
    reviews = counted_reviews(plan, load_carried_reviews(store, plan), load_round_facts(store, plan))
    by_application: defaultdict[ApplicationId, list[Review]] = defaultdict(list)
    for review in reviews:
        by_application[review.application_id].append(review)
    compared = list(_compared(access, plan, by_application))
    pdf = sum(each.is_pdf for each in compared)
    return LabelCheck(
        pdf=pdf,
        database=len(compared) - pdf,
        total=label_effect([each.scored(each.total) for each in compared]),
        dimensions={
            dimension.dimension_id: label_effect(
                [each.scored(each.dimensions[dimension.dimension_id]) for each in compared]
            )
            for dimension in plan.dimensions
            if maximum_score(dimension, plan.scale) > 0
        },
    )


@dataclass(frozen=True)
class _Compared:
    """One application: scores in percent of the maximum, the mean of its reviewers."""

    is_pdf: bool
    block: str
    total: Fraction
    dimensions: Mapping[DimensionId, Fraction]

    def scored(self, score: Fraction) -> LabelledScore:
        return LabelledScore(self.block, self.is_pdf, score)


def _compared(
    access: Access, plan: ReviewPlan, reviews: Mapping[ApplicationId, Sequence[Review]]
) -> Iterator[_Compared]:
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    asked = asked_categories(access, snapshot, plan.programme_code)
    for summary in facts.applications_of(snapshot, plan.programme_code):
        own = reviews.get(summary.application_id)
        if not own or summary.submission_mode not in COMPARED_MODES:
            continue
        profile = facts.profile_of(snapshot, summary.application_id)
        band = _band(build_ledger(snapshot, profile, asked=asked))
        people = ",".join(sorted(each.reviewer_id for each in own))
        yield _Compared(
            is_pdf=summary.submission_mode == "pdf",
            block=f"{band}/{people}",
            total=_mean([Fraction(total_of_scores(plan, each.scores)) for each in own], Fraction(FULL_TOTAL)),
            dimensions={
                dimension.dimension_id: _mean(
                    [Fraction(each.scores[dimension.dimension_id]) for each in own],
                    Fraction(maximum_score(dimension, plan.scale)),
                )
                for dimension in plan.dimensions
                if maximum_score(dimension, plan.scale) > 0
            },
        )


def _band(ledger: Sequence[LedgerLine]) -> int:
    """How many items that the programme considers show nothing at all."""
    return min(MOST_MISSING, sum(line.is_asked and not line.shown for line in ledger))


def _mean(values: Sequence[Fraction], maximum: Fraction) -> Fraction:
    return sum(values, Fraction(0)) / len(values) / maximum * 100
