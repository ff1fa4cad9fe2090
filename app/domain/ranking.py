"""總分排序: a list of ranks as a pure function of plan, entries, reviews and facts, with the reason for every place.

A total is exact until it is rounded half up to two decimals, once, *before* anything is compared
(``review_tally``, ``weighted_total``). Equal totals go to the tie-breaks (``tie_breaks``); who finds a place
in which identity list is said in ``admission``. The order in which anything is given changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.admission import competes, standings_in_order
from app.domain.evidence import ApplicationId
from app.domain.judging import Judged, judge
from app.domain.plan import PdfPlacement, ReviewPlan
from app.domain.ranked_row import (
    ListName,
    ListStanding,
    RankedList,
    RankedRow,
    RankingEntry,
    RoundFacts,
    RowBlock,
    TieState,
    UnscoredReason,
)
from app.domain.review_tally import OWN_METHODS, tally_reviews
from app.domain.score_digest import NOTHING_BESIDE, digest_of_scores
from app.domain.scores import Review
from app.domain.scoring_method import ThirdReading
from app.domain.tie_breaks import Placing, known_tie_breaks, merit_order, merits_of_ranked, placings


def rank(
    plan: ReviewPlan,
    entries: Sequence[RankingEntry],
    reviews: Iterable[Review],
    facts: RoundFacts = NOTHING_BESIDE,
) -> RankedList:
    """The ranked list of ``entries``, of reviews that went through ``carried_over``.

    Reviews and facts of other applications are ignored; two reviews of one reviewer for one application, a review
    of another plan, or a component value outside its range, are a broken promise and raise ValueError.
    """
    grouped = _reviews_by_application(plan, entries, reviews)
    facts = _facts_that_count(plan, grouped, facts)
    counted = [review for group in grouped.values() for review in group]
    judged = judge(plan, entries, tally_reviews(plan, grouped, facts), facts)
    return RankedList(
        snapshot_id=plan.snapshot_id,
        plan_id=plan.plan_id,
        plan_revision=plan.revision,
        scores_digest=digest_of_scores(counted, facts),
        tie_breaks=known_tie_breaks(plan),
        rows=tuple(_rows(plan, judged)),
        identity_lists=plan.rules.identity_lists,
    )


def filter_identity(ranked: RankedList, status: str | None) -> RankedList:
    """The list of one applicant status, ranked anew inside itself by the same totals and tie-breaks."""
    rows = [row for row in ranked.rows if row.entry.applicant_status == status]
    return replace(ranked, rows=_placed_anew(rows, ranked.tie_breaks), identity=status)


def filter_list(ranked: RankedList, list_id: str) -> RankedList:
    """One identity list, ranked anew inside itself; a list the plan does not know raises ValueError."""
    one = next((each for each in ranked.identity_lists if each.list_id == list_id), None)
    if one is None:
        raise ValueError(f"plan {ranked.plan_id} has no identity list {list_id}")
    rows = [row for row in ranked.rows if competes(one, row.entry.applicant_status)]
    return replace(ranked, rows=_placed_anew(rows, ranked.tie_breaks), list_id=list_id)


def _reviews_by_application(
    plan: ReviewPlan, entries: Sequence[RankingEntry], reviews: Iterable[Review]
) -> dict[ApplicationId, list[Review]]:
    grouped: dict[ApplicationId, list[Review]] = {entry.application_id: [] for entry in entries}
    if len(grouped) != len(entries):
        raise ValueError("an application is entered twice")
    others: defaultdict[ApplicationId, list[Review]] = defaultdict(list)
    for review in reviews:
        if review.plan_id != plan.plan_id:
            raise ValueError(f"a review of plan {review.plan_id} does not belong in this list")
        group = grouped.get(review.application_id)
        (others[review.application_id] if group is None else group).append(review)
    for groups in (grouped, others):
        for application_id, group in groups.items():
            if len(group) > 1 and len({review.reviewer_id for review in group}) < len(group):
                raise ValueError(f"a review of application {application_id} came twice")
    return grouped


def _facts_that_count(
    plan: ReviewPlan, entered: Mapping[ApplicationId, object], facts: RoundFacts
) -> RoundFacts:
    """The facts of the applications that take part, as far as the rules of the plan ask for them."""
    is_adjusted = plan.rules.adjustment.method not in OWN_METHODS
    is_third_alone = plan.rules.third_reading is ThirdReading.DECIDES
    asked = {each.component_id for each in plan.rules.components}
    return RoundFacts(
        recused=facts.recused,
        component_values={
            component_id: {key: value for key, value in values.items() if key in entered}
            for component_id, values in facts.component_values.items()
            if component_id in asked
        },
        third_reviewers={
            key: reviewer_id
            for key, reviewer_id in facts.third_reviewers.items()
            if is_third_alone and key in entered
        },
        adjusted_totals={
            key: value
            for key, value in (facts.adjusted_totals or {}).items()
            if is_adjusted and key in entered
        },
    )


def _rows(plan: ReviewPlan, judged: Sequence[Judged]) -> Iterator[RankedRow]:
    """Rows in reading order."""
    merits = merits_of_ranked(judged)
    order = merit_order(merits)
    stood = standings_in_order(plan.rules.identity_lists, judged, plan.rules.tie_at_line, order)
    names = _list_names(plan, judged)
    tie_breaks = known_tie_breaks(plan)
    reading: list[int] = []
    placed: dict[int, Place] = {}
    for list_name in ListName:
        for placing in placings(merits, order, [at for at in order.best_first if names[at] is list_name]):
            reading.append(placing.place)
            placed[placing.place] = _place_facts(placing, tie_breaks)
        unplaced = [at for at, name in enumerate(names) if name is list_name and at not in merits]
        for block in (RowBlock.GATED, RowBlock.UNSCORED):
            reading += [at for at in unplaced if judged[at].block is block]
    # Made in the order in which they were judged: what a row is made of is then still close in memory.
    rows = [
        _row(each, placed.get(at, _NO_PLACE), own, required=plan.rules.required_reviews, name=name)
        for at, (each, own, name) in enumerate(zip(judged, stood, names, strict=True))
    ]
    return map(rows.__getitem__, reading)


def _list_names(plan: ReviewPlan, judged: Sequence[Judged]) -> list[ListName]:
    if plan.rules.pdf_placement is PdfPlacement.TOGETHER:
        return [ListName.MAIN] * len(judged)
    return [ListName.PDF if each.entry.submission_mode == "pdf" else ListName.MAIN for each in judged]


Place = tuple[int | None, TieState, str | None]
_NO_PLACE: Place = (None, TieState.NONE, None)


def _place_facts(placing: Placing, tie_breaks: Sequence[str]) -> Place:
    deciding = None if placing.deciding is None else tie_breaks[placing.deciding]
    return placing.rank, placing.tie, deciding


def _row(
    each: Judged, place: Place, stood: tuple[ListStanding, ...], *, required: int, name: ListName
) -> RankedRow:
    return RankedRow(
        entry=each.entry,
        list_name=name,
        block=each.block,
        rank=place[0],
        total=each.total,
        dimension_means=each.tally.dimension_means,
        counts=each.tally.counts,
        needs_reviews=max(0, required - each.tally.counts.scored),
        unscored_reason=each.tally.reason or (UnscoredReason.COMPONENT_MISSING if each.missing else None),
        tie=place[1],
        deciding_tie_break=place[2],
        gates_failed=each.gates,
        gaps=each.tally.gaps,
        old_revisions=each.tally.old_revisions,
        review_total=each.review_total,
        components=each.components,
        missing_components=each.missing,
        third_reviewer=each.tally.third_reviewer,
        merit=each.merit,
        standings=stood,
    )


def _placed_anew(rows: Sequence[RankedRow], tie_breaks: tuple[str, ...]) -> tuple[RankedRow, ...]:
    """Rows of a part of the list, ranked among themselves; blocks and lists stay."""
    arranged: list[RankedRow] = []
    merits = merits_of_ranked(rows)
    order = merit_order(merits)
    for list_name in ListName:
        ranked = [place for place in order.best_first if rows[place].list_name is list_name]
        for placing in placings(merits, order, ranked):
            place, tie, deciding = _place_facts(placing, tie_breaks)
            arranged.append(rows[placing.place]._replace(rank=place, tie=tie, deciding_tie_break=deciding))
        for block in (RowBlock.GATED, RowBlock.UNSCORED):
            arranged += [row for row in rows if row.list_name is list_name and row.block is block]
    return tuple(arranged)
