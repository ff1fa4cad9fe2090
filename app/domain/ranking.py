"""總分排序: a list of ranks as a pure function of plan, entries, reviews and facts, with the reason for every place.

A total is exact until it is rounded half up to two decimals, once, *before* anything is compared
(``review_tally``, ``weighted_total``). Equal totals go to the tie-breaks (``tie_breaks``); who finds a place
in which identity list is said in ``admission``. The order in which anything is given changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import lt
from typing import NamedTuple, cast

from app.domain.admission import competes, standings
from app.domain.evidence import ApplicationId
from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, PdfPlacement, ReviewPlan
from app.domain.ranked_row import (
    TOTAL_SUBJECT,
    FailedGate,
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
from app.domain.review_tally import OWN_METHODS, ReviewTally, TallyRoom
from app.domain.score_digest import NOTHING_BESIDE, digest_of_scores
from app.domain.scores import Review
from app.domain.scoring_method import ThirdReading
from app.domain.tie_breaks import Merit, Placing, known_tie_breaks, placings
from app.domain.total_component import ComponentId
from app.domain.weighted_total import WeightedTotal
from app.domain.whole_scores import Rounding


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
    room = TallyRoom(plan, counted, facts)
    judge = _Judge(plan, facts)
    judged = [
        judge.judged(each, room.tally(each.application_id, grouped[each.application_id])) for each in entries
    ]
    return RankedList(
        snapshot_id=plan.snapshot_id,
        plan_id=plan.plan_id,
        plan_revision=plan.revision,
        scores_digest=digest_of_scores(counted, facts),
        tie_breaks=judge.tie_breaks,
        rows=tuple(_rows(plan, judged, judge.tie_breaks)),
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


class _Judged(NamedTuple):
    """An application before it has a place."""

    entry: RankingEntry
    application_id: ApplicationId
    applicant_status: str | None
    tally: ReviewTally
    block: RowBlock
    total: Decimal | None
    review_total: Decimal | None
    components: Mapping[ComponentId, Decimal | None]
    missing: tuple[ComponentId, ...]
    gates: tuple[FailedGate, ...]
    reason: UnscoredReason | None
    merit: Merit


class _Judge:
    """Totals, gates and merit under one plan."""

    def __init__(self, plan: ReviewPlan, facts: RoundFacts) -> None:
        self.tie_breaks = known_tie_breaks(plan)
        self._components = plan.rules.components
        self._names = {each.component_id: f"{COMPONENT_TIE}{each.component_id}" for each in self._components}
        self._values = [
            (each.component_id, facts.component_values.get(each.component_id, {}))
            for each in self._components
        ]
        self._weighted = WeightedTotal(
            plan.rules, {key: list(values.values()) for key, values in facts.component_values.items()}
        )
        self._merit_names = (TOTAL_SUBJECT, *self.tie_breaks)
        self._minimums = tuple(minimums(plan))
        self._subjects = tuple(subject for subject, _ in self._minimums)
        self._lowest = tuple(minimum for _, minimum in self._minimums)
        self._rounding = Rounding()

    def judged(self, entry: RankingEntry, tally: ReviewTally) -> _Judged:
        """The total, the gates and what is compared."""
        key = entry.application_id
        imported = {component: values[key] for component, values in self._values if key in values}
        missing = self._missing(imported) if len(imported) < len(self._components) else ()
        gates = self._component_gates(imported) if imported else ()
        total = review_total = None
        merit: Merit = ()
        if tally.total is not None:
            review_total = self._rounding[tally.total[1]][tally.total[0]]
            if not missing and None not in imported.values():
                values = cast("Mapping[ComponentId, Decimal]", imported)
                total = self._weighted.of(tally.total, values)
                known = self._known(tally, review_total, values, total)
                merit = tuple(map(known.__getitem__, self._merit_names))
                if True in map(lt, map(known.__getitem__, self._subjects), self._lowest):
                    gates += self._failed(known)
        return _Judged(
            entry=entry,
            application_id=key,
            applicant_status=entry.applicant_status,
            tally=tally,
            block=RowBlock.GATED if gates else RowBlock.UNSCORED if total is None else RowBlock.RANKED,
            total=total,
            review_total=review_total,
            components=imported,
            missing=missing,
            gates=gates,
            reason=tally.reason or (UnscoredReason.COMPONENT_MISSING if missing else None),
            merit=merit,
        )

    def _known(
        self,
        tally: ReviewTally,
        review_total: Decimal,
        components: Mapping[ComponentId, Decimal],
        total: Decimal,
    ) -> dict[str, Decimal]:
        """Every value by the name that tie-breaks and gates call it."""
        known = cast("dict[str, Decimal]", tally.dimension_means.copy())
        known[REVIEW_TOTAL_TIE] = review_total
        known[TOTAL_SUBJECT] = total
        for key, value in components.items():
            known[self._names[key]] = value
        return known

    def _failed(self, known: Mapping[str, Decimal]) -> tuple[FailedGate, ...]:
        return tuple(
            FailedGate(subject, known[subject], minimum)
            for subject, minimum in self._minimums
            if known[subject] < minimum
        )

    def _missing(self, imported: Mapping[ComponentId, object]) -> tuple[ComponentId, ...]:
        return tuple(each.component_id for each in self._components if each.component_id not in imported)

    def _component_gates(self, imported: Mapping[ComponentId, Decimal | None]) -> tuple[FailedGate, ...]:
        """These need no total: whoever was absent, or is below the minimum of a component, is not admitted."""
        failed = []
        for each in self._components:
            if each.component_id in imported:
                value, minimum = imported[each.component_id], each.minimum_value
                if value is None or (minimum is not None and value < minimum):
                    failed.append(FailedGate(self._names[each.component_id], value, minimum))
        return tuple(failed)


def minimums(plan: ReviewPlan) -> Iterator[tuple[str, Decimal]]:
    """The gates that need a total, by the name of what must reach them; those of components need none."""
    for each in plan.dimensions:
        if each.minimum_score is not None:
            yield each.dimension_id, each.minimum_score
    if plan.rules.minimum_review_total is not None:
        yield REVIEW_TOTAL_TIE, plan.rules.minimum_review_total
    if plan.rules.minimum_total is not None:
        yield TOTAL_SUBJECT, plan.rules.minimum_total


def _rows(plan: ReviewPlan, judged: Sequence[_Judged], tie_breaks: tuple[str, ...]) -> Iterator[RankedRow]:
    """Rows in reading order."""
    stood = standings(plan.rules.identity_lists, judged, plan.rules.tie_at_line).values()
    names = [_list_of(plan, each.entry) for each in judged]
    order: list[int] = []
    placed: dict[int, Place] = {}
    for list_name in ListName:
        members = [at for at, name in enumerate(names) if name is list_name]
        ranked = [at for at in members if judged[at].block is RowBlock.RANKED]
        for placing in placings([judged[at].merit for at in ranked]):
            order.append(ranked[placing.place])
            placed[ranked[placing.place]] = _place_facts(placing, tie_breaks)
        for block in (RowBlock.GATED, RowBlock.UNSCORED):
            order += [at for at in members if judged[at].block is block]
    # Made in the order in which they were judged: what a row is made of is then still close in memory.
    rows = [
        _row(each, placed.get(at, _NO_PLACE), own, required=plan.rules.required_reviews, name=name)
        for at, (each, own, name) in enumerate(zip(judged, stood, names, strict=True))
    ]
    return map(rows.__getitem__, order)


def _list_of(plan: ReviewPlan, entry: RankingEntry) -> ListName:
    is_apart = plan.rules.pdf_placement is PdfPlacement.APART and entry.submission_mode == "pdf"
    return ListName.PDF if is_apart else ListName.MAIN


Place = tuple[int | None, TieState, str | None]
_NO_PLACE: Place = (None, TieState.NONE, None)


def _place_facts(placing: Placing, tie_breaks: Sequence[str]) -> Place:
    deciding = None if placing.deciding is None else tie_breaks[placing.deciding]
    return placing.rank, placing.tie, deciding


def _row(
    each: _Judged, place: Place, stood: tuple[ListStanding, ...], *, required: int, name: ListName
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
        unscored_reason=each.reason,
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
    for list_name in ListName:
        members = [row for row in rows if row.list_name is list_name]
        ranked = [row for row in members if row.block is RowBlock.RANKED]
        for placing in placings([row.merit for row in ranked]):
            place, tie, deciding = _place_facts(placing, tie_breaks)
            row = ranked[placing.place]
            arranged.append(replace(row, rank=place, tie=tie, deciding_tie_break=deciding))
        arranged += [row for row in members if row.block is RowBlock.GATED]
        arranged += [row for row in members if row.block is RowBlock.UNSCORED]
    return tuple(arranged)
