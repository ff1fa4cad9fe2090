"""What a closed calibration round shows: agreement, use of levels, disputed sentences, and how the real round compares."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.calibration import CalibrationRound, TrialReview, is_finished, trials_of
from app.domain.calibration_disputes import Dispute, disputes, level_of, level_usage
from app.domain.dimensions import Dimension, DimensionId, RubricLevel
from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan, rebase, replace_dimension, require_dimension
from app.domain.round_event import RoundEventKind
from app.domain.scores import reviewer_total, total_of_scores
from app.domain.visibility import Action
from app.errors import NotFound
from app.evidence.questions import load_applications
from app.psychometrics.additive import fit_additive
from app.psychometrics.agreement import PairAgreement, icc_absolute, pair_agreements
from app.psychometrics.ratings import Rating
from app.workflows.access import Access
from app.workflows.calibration import require_round
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.plan_draft import Outcome, save_plan, seen_revision_of

NOTE_LENGTH = 500


@dataclass(frozen=True)
class Agreement:
    """One dimension, or the total when ``dimension`` is None, over the applicants whom all reviewers finished.

    ``icc`` is ICC(A,1), None where nothing varies or fewer than two applicants are complete; ``mean_difference`` the
    mean absolute difference between two reviewers in points; ``same_level`` the share of pairs on one level.
    """

    dimension: Dimension | None
    applications: int
    icc: float | None
    mean_difference: float | None
    same_level: float | None


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
        agreement=_agreements(plan, finished, calibration),
        usage=tuple((each, level_usage(each, trials)) for each in plan.dimensions),
        disputes=disputes(plan, trials),
        names={each.person_id: each.display_name for each in access.workbench.store.load_persons()},
        applications={each.application_id: each for each in found if each.application_id in set(keys)},
        finished=len(finished),
        expected=len(keys) * len(calibration.reviewer_ids),
    )


def compare_with_round(
    access: Access, programme: Programme, results: CalibrationResults
) -> tuple[ReviewerComparison, ...]:
    """Severity and distance from the others of each reviewer, then and in the real round so far."""
    access.require(Action.VIEW_RANKING, programme_code=programme.programme_code)
    trials = _trials(access, results.plan, results.calibration.round_id)
    then = _standings(_totals(results.plan, [each for each in trials if is_finished(results.plan, each)]))
    newest = _require_plan(access, programme)
    barred = {
        (each.application_id, each.reviewer_id)
        for each in access.workbench.store.load_assignments(newest.plan_id)
        if each.recused
    }
    now = _standings(
        Rating(each.application_id, each.reviewer_id, total)
        for each in load_carried_reviews(access.workbench.store, newest)
        if (each.application_id, each.reviewer_id) not in barred
        and (total := reviewer_total(newest, each)) is not None
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


def _agreements(
    plan: ReviewPlan, finished: Sequence[TrialReview], calibration: CalibrationRound
) -> tuple[Agreement, ...]:
    complete = _complete(finished, calibration.reviewer_ids)
    by_dimension = [
        _agreement(each, [[trial.scores[each.dimension_id] for trial in pile] for pile in complete])
        for each in plan.dimensions
    ]
    levels = [_same_level(each, complete) for each in plan.dimensions]
    total = _agreement(None, [[total_of_scores(plan, trial.scores) for trial in pile] for pile in complete])
    return (
        *(replace(each, same_level=share) for each, share in zip(by_dimension, levels, strict=True)),
        total,
    )


def _complete(finished: Sequence[TrialReview], reviewers: Collection[PersonId]) -> list[list[TrialReview]]:
    """The trials of each applicant whom every reviewer who finished anything has finished, reviewers in order."""
    active = sorted({each.reviewer_id for each in finished} & set(reviewers))
    piles: dict[ApplicationId, dict[PersonId, TrialReview]] = {}
    for each in finished:
        piles.setdefault(each.application_id, {})[each.reviewer_id] = each
    return [[pile[key] for key in active] for pile in piles.values() if len(pile) == len(active) > 1]


def _agreement(dimension: Dimension | None, matrix: Sequence[Sequence[Decimal]]) -> Agreement:
    differences = [
        abs(float(row[one] - row[other])) for row in matrix for one in range(len(row)) for other in range(one)
    ]
    return Agreement(
        dimension=dimension,
        applications=len(matrix),
        icc=icc_absolute([[float(value) for value in row] for row in matrix]) if len(matrix) > 1 else None,
        mean_difference=sum(differences) / len(differences) if differences else None,
        same_level=None,
    )


def _same_level(dimension: Dimension, complete: Sequence[Sequence[TrialReview]]) -> float | None:
    pairs = [
        level_of(dimension, pile[one]) == level_of(dimension, pile[other])
        for pile in complete
        for one in range(len(pile))
        for other in range(one)
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
