"""What a closed calibration round shows: agreement, use of levels, disputed sentences, and how the real round compares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from app.domain.assignment import recused_pairs
from app.domain.calibration import CalibrationRound, TrialReview, is_finished, trials_of
from app.domain.calibration_disputes import Dispute, disputes, level_of, level_usage
from app.domain.dimensions import Dimension, DimensionId, RubricLevel
from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan, rebase, replace_dimension, require_dimension
from app.domain.round_event import RoundEventKind
from app.domain.scores import Review, reviewer_total, total_of_scores
from app.domain.visibility import Action
from app.errors import NotFound
from app.evidence.questions import load_applications
from app.psychometrics.additive import fit_additive
from app.psychometrics.agreement import (
    AgreementFigures,
    PairAgreement,
    agreement_figures,
    pair_agreements,
)
from app.psychometrics.icc import Icc, IccForm
from app.psychometrics.ratings import Rating
from app.workflows.access import Access
from app.workflows.calibration import require_round
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.plan_draft import Outcome, save_plan, seen_revision_of

NOTE_LENGTH = 500


@dataclass(frozen=True)
class Agreement:
    """One dimension, or the total when ``dimension`` is None, over the applicants with two scores or more.

    ``mean_difference`` is the mean absolute difference between two reviewers in points, ``same_level`` the share of
    pairs on one level; None where nobody can be compared.
    """

    dimension: Dimension | None
    figures: AgreementFigures
    mean_difference: float | None
    same_level: float | None

    @property
    def icc(self) -> Icc | None:
        """Absolute agreement of a single reviewer."""
        return self.figures.icc(IccForm.ABSOLUTE_SINGLE)


Usage = Mapping[PersonId, tuple[tuple[RubricLevel, int], ...]]


@dataclass(frozen=True)
class CalibrationResults:
    """A closed round as its readers see it; ``plan`` is the one that was tried, applicants by their key."""

    calibration: CalibrationRound
    plan: ReviewPlan
    agreement: tuple[Agreement, ...]
    usage: tuple[tuple[Dimension, Usage], ...]
    disputes: tuple[Dispute, ...]
    names: Mapping[PersonId, str]
    applications: Mapping[ApplicationId, ApplicationSummary]
    finished: int
    expected: int


@dataclass(frozen=True)
class Standing:
    """How one reviewer stood in a set of totals; None where nothing can be said."""

    reviews: int
    severity: float | None
    mean_difference: float | None


@dataclass(frozen=True)
class ReviewerComparison:
    """One reviewer in the calibration and in the real round."""

    reviewer_id: PersonId
    name: str
    then: Standing
    now: Standing


@dataclass(frozen=True)
class DimensionComparison:
    """Agreement on one dimension, or on the total (None), in the calibration and in the real round so far.

    ``now`` is None where the plan has the dimension no more.
    """

    dimension: Dimension | None
    then: Agreement
    now: Agreement | None


@dataclass(frozen=True)
class RoundComparison:
    """A calibration held against the real round: by dimension, the total last, and by reviewer."""

    dimensions: tuple[DimensionComparison, ...]
    reviewers: tuple[ReviewerComparison, ...]


@dataclass(frozen=True)
class LevelNote:
    """What the committee agreed about a level, with the applicants that stand for it."""

    dimension_id: DimensionId
    level_name: str
    note: str
    anchors: tuple[ApplicationId, ...]


def load_results(access: Access, programme: Programme, round_id: str) -> CalibrationResults:
    """The results of a closed round, without applicants from whom the reader is recused."""
    code = programme.programme_code
    access.require(Action.VIEW_CALIBRATION_RESULTS, programme_code=code, calibration_id=round_id)
    newest = _require_plan(access, programme)
    calibration = require_round(access, newest, round_id)
    plan = _plan_of(access, newest, calibration.plan_revision)
    recused = {each.application_id for each in access.own_assignments(code) if each.recused}
    trials = [each for each in _trials(access, plan, round_id) if each.application_id not in recused]
    finished = [each for each in trials if is_finished(plan, each)]
    keys = [key for key in calibration.application_ids if key not in recused]
    found = load_applications(access.workbench.snapshot(plan.snapshot_id), code)
    return CalibrationResults(
        calibration=calibration,
        plan=plan,
        agreement=_agreements(plan, trials),
        usage=tuple((each, level_usage(each, trials)) for each in plan.dimensions),
        disputes=disputes(plan, trials),
        names={each.person_id: each.display_name for each in access.workbench.store.load_persons()},
        applications={each.application_id: each for each in found if each.application_id in set(keys)},
        finished=len(finished),
        expected=len(keys) * len(calibration.reviewer_ids),
    )


def compare_with_round(access: Access, programme: Programme, results: CalibrationResults) -> RoundComparison:
    """Agreement by dimension, severity and distance from the others by reviewer: then, and in the real round so far.

    Applicants from whom the reader is recused take part on neither side.
    """
    access.require(Action.VIEW_RANKING, programme_code=programme.programme_code)
    shown = set(results.applications)
    trials = [
        each
        for each in _trials(access, results.plan, results.calibration.round_id)
        if each.application_id in shown
    ]
    newest = _require_plan(access, programme)
    counted = _counted(access, newest)
    return RoundComparison(
        dimensions=_by_dimension(results, newest, counted),
        reviewers=_by_reviewer(results, trials, newest, counted),
    )


def _counted(access: Access, plan: ReviewPlan) -> list[Review]:
    """The reviews of the real round that count: nobody's who is recused, none the reader may not know of."""
    assignments = access.workbench.store.load_assignments(plan.plan_id)
    barred = recused_pairs(assignments)
    hidden = {key for key, reviewer in barred if reviewer == access.person.person_id}
    return [
        each
        for each in load_carried_reviews(access.workbench.store, plan)
        if (each.application_id, each.reviewer_id) not in barred and each.application_id not in hidden
    ]


def _by_dimension(
    results: CalibrationResults, newest: ReviewPlan, counted: Sequence[Review]
) -> tuple[DimensionComparison, ...]:
    scored = [_as_trial(each) for each in counted if not each.abstained]
    now = {
        each.dimension.dimension_id if each.dimension else None: each for each in _agreements(newest, scored)
    }
    return tuple(
        DimensionComparison(
            each.dimension, each, now.get(each.dimension.dimension_id if each.dimension else None)
        )
        for each in results.agreement
    )


def _as_trial(review: Review) -> TrialReview:
    """A real review seen as a trial, so that both are counted by one rule."""
    return TrialReview("", review.application_id, review.reviewer_id, review.scores, {}, review.revision)


def _by_reviewer(
    results: CalibrationResults, trials: Sequence[TrialReview], newest: ReviewPlan, counted: Sequence[Review]
) -> tuple[ReviewerComparison, ...]:
    then = _standings(_totals(results.plan, [each for each in trials if is_finished(results.plan, each)]))
    now = _standings(
        Rating(each.application_id, each.reviewer_id, total)
        for each in counted
        if (total := reviewer_total(newest, each)) is not None
    )
    nothing = Standing(0, None, None)
    return tuple(
        ReviewerComparison(key, results.names.get(key, key), then.get(key, nothing), now.get(key, nothing))
        for key in results.calibration.reviewer_ids
    )


def find_note_plan(access: Access, programme: Programme) -> tuple[ReviewPlan, int]:
    """The draft that notes are written to, with the revision a save states; a new draft where there is none."""
    access.require(Action.VIEW_PLAN, programme_code=programme.programme_code)
    newest = _require_plan(access, programme)
    draft = access.workbench.store.find_draft(newest.plan_id)
    return (draft.plan if draft else rebase(newest)), seen_revision_of(draft)


def save_level_note(access: Access, programme: Programme, note: LevelNote, *, seen_revision: int) -> Outcome:
    """Write a note and anchors to a level of the plan's draft; the locked plan stays as it is until it is locked anew."""
    access.require(Action.EDIT_PLAN, programme_code=programme.programme_code)
    plan, _ = find_note_plan(access, programme)
    dimension = require_dimension(plan, note.dimension_id)
    if note.level_name not in {level.name for level in dimension.rubric_levels}:
        raise NotFound("rubric level", note.level_name)
    levels = tuple(
        replace(level, note=note.note.strip()[:NOTE_LENGTH], anchors=note.anchors)
        if level.name == note.level_name
        else level
        for level in dimension.rubric_levels
    )
    changed = replace_dimension(plan, replace(dimension, rubric_levels=levels))
    return save_plan(access, changed, seen_revision=seen_revision)


def _agreements(plan: ReviewPlan, trials: Sequence[TrialReview]) -> tuple[Agreement, ...]:
    finished = [each for each in trials if is_finished(plan, each)]
    by_dimension = [_of_dimension(each, trials) for each in plan.dimensions]
    return (*by_dimension, _agreement(None, _totals(plan, finished), same_level=None))


def _of_dimension(dimension: Dimension, trials: Sequence[TrialReview]) -> Agreement:
    key = dimension.dimension_id
    scored = [each for each in trials if key in each.scores]
    ratings = [Rating(each.application_id, each.reviewer_id, each.scores[key]) for each in scored]
    return _agreement(dimension, ratings, same_level=_same_level(dimension, scored))


def _agreement(
    dimension: Dimension | None, ratings: Sequence[Rating], *, same_level: float | None
) -> Agreement:
    pairs = pair_agreements(ratings)
    shared = sum(each.shared for each in pairs)
    apart = sum(each.mean_absolute_difference * each.shared for each in pairs)
    return Agreement(
        dimension=dimension,
        figures=agreement_figures(ratings),
        mean_difference=apart / shared if shared else None,
        same_level=same_level,
    )


def _same_level(dimension: Dimension, scored: Sequence[TrialReview]) -> float | None:
    pairs = [
        level_of(dimension, one) == level_of(dimension, other)
        for one, other in combinations(scored, 2)
        if one.application_id == other.application_id
    ]
    return sum(pairs) / len(pairs) if pairs and dimension.rubric_levels else None


def _totals(plan: ReviewPlan, finished: Sequence[TrialReview]) -> list[Rating]:
    return [
        Rating(each.application_id, each.reviewer_id, total_of_scores(plan, each.scores)) for each in finished
    ]


def _standings(ratings: Iterable[Rating]) -> dict[PersonId, Standing]:
    pile = list(ratings)
    if not pile:
        return {}
    fit = fit_additive(pile)
    pairs = pair_agreements(pile)
    return {
        each.reviewer_id: Standing(
            reviews=each.ratings,
            severity=each.severity if fit.is_comparable else None,
            mean_difference=_distance(each.reviewer_id, pairs),
        )
        for each in fit.severities
    }


def _distance(reviewer_id: PersonId, pairs: Sequence[PairAgreement]) -> float | None:
    """The mean absolute difference from co-reviewers, each pair counted by the applicants it shares."""
    own = [each for each in pairs if reviewer_id in (each.first, each.second)]
    shared = sum(each.shared for each in own)
    return sum(each.mean_absolute_difference * each.shared for each in own) / shared if shared else None


def _trials(access: Access, plan: ReviewPlan, round_id: str) -> tuple[TrialReview, ...]:
    events = access.workbench.store.load_round_events(plan.plan_id, RoundEventKind.CALIBRATION_REVIEW)
    return trials_of(events, round_id)


def _plan_of(access: Access, newest: ReviewPlan, revision: int) -> ReviewPlan:
    stored = access.workbench.store.find_locked(newest.plan_id, revision)
    return stored.plan if stored else newest


def _require_plan(access: Access, programme: Programme) -> ReviewPlan:
    plan_id = access.round_state(programme.programme_code).plan_id
    stored = access.workbench.store.find_locked(plan_id) if plan_id else None
    if stored is None:
        raise NotFound("locked plan", programme.programme_code)
    return stored.plan
