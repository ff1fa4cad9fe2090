"""Calibration on the server: blind while open, never in a result, seen by everybody after it closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from uuid import uuid4

import pytest

from app.domain.assignment import Assignment
from app.domain.calibration import CalibrationRound, CalibrationState, TrialReview
from app.domain.dimensions import Dimension
from app.domain.evidence import ApplicationId, Programme
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.scores import Review
from app.domain.visibility import Action, NotAllowed
from app.errors import NotFound
from app.reviews.store import Saved, Stale
from app.workbench import Workbench
from app.workflows.calibration import (
    SetUpProblem,
    SetUpRefused,
    TrialEntry,
    TrialOutcome,
    close_calibration,
    load_own_trials,
    open_calibration,
    save_trial,
    set_up_calibration,
)
from app.workflows.calibration_results import (
    LevelNote,
    compare_with_round,
    find_note_plan,
    load_results,
    save_level_note,
)
from app.workflows.review_entry import PlanMoved, Rejected
from app.workflows.total_ranking import open_ranking
from tests.app.workflows.people import access_of, programme_of

ONE, TWO, CHAIR = PersonId("demo-reviewer1"), PersonId("demo-reviewer2"), PersonId("demo-chair")


@pytest.fixture
def programme(workbench: Workbench) -> Programme:
    """The programme whose plan is locked."""
    return programme_of(workbench, "999101")


def set_up(
    workbench: Workbench, programme: Programme, reviewers: Sequence[PersonId] = (ONE, TWO)
) -> CalibrationRound:
    """A round on the proposed applicants."""
    chair = access_of(workbench, "chair")
    view = open_calibration(chair, programme)
    assert view is not None
    opened = set_up_calibration(chair, programme, application_ids=view.proposed, reviewer_ids=reviewers)
    assert isinstance(opened, CalibrationRound)
    return opened


def enter(
    workbench: Workbench,
    programme: Programme,
    opened: CalibrationRound,
    *,
    name: str,
    key: ApplicationId,
    value: str,
    seen: int = 0,
) -> TrialOutcome:
    """The same value in every dimension."""
    access = access_of(workbench, name)
    view = open_calibration(access, programme)
    assert view is not None
    entry = TrialEntry(
        opened.round_id,
        view.plan.revision,
        key,
        seen,
        str(uuid4()),
        scores={each.dimension_id: value for each in view.plan.dimensions},
        comments={view.plan.dimensions[0].dimension_id: f"{name} 的理由"},
    )
    return save_trial(access, programme, entry)


def filled(workbench: Workbench, programme: Programme) -> CalibrationRound:
    """A round that both finished: they agree on all but the first applicant."""
    opened = set_up(workbench, programme)
    for place, key in enumerate(opened.application_ids):
        high = str(90 - 4 * place)
        for name, value in (("reviewer1", high), ("reviewer2", "65" if place == 0 else high)):
            assert isinstance(
                enter(workbench, programme, opened, name=name, key=key, value=value), TrialReview
            )
    return opened


def test_proposal_is_spread_and_the_same_every_time(workbench: Workbench, programme: Programme) -> None:
    chair = access_of(workbench, "chair")
    first, second = (open_calibration(chair, programme) for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.proposed == second.proposed
    assert len(set(first.proposed)) == 6
    modes = {each.application_id: each.submission_mode for each in first.applications}
    assert {modes[key] for key in first.proposed} == set(modes.values())


def test_problems_of_a_set_up_are_told_at_once(workbench: Workbench, programme: Programme) -> None:
    outcome = set_up_calibration(
        access_of(workbench, "chair"),
        programme,
        application_ids=[ApplicationId("nobody")],
        reviewer_ids=[PersonId("demo-office")],
    )
    assert outcome == SetUpRefused(
        (
            SetUpProblem.TOO_FEW,
            SetUpProblem.TOO_FEW_REVIEWERS,
            SetUpProblem.UNKNOWN_APPLICATION,
            SetUpProblem.UNKNOWN_REVIEWER,
        )
    )
    set_up(workbench, programme)
    chair = access_of(workbench, "chair")
    view = open_calibration(chair, programme)
    assert view is not None
    again = set_up_calibration(chair, programme, application_ids=view.proposed, reviewer_ids=[ONE, TWO])
    assert again == SetUpRefused((SetUpProblem.ONE_IS_OPEN,))


@pytest.mark.parametrize("name", ["reviewer1", "office", "researcher"])
def test_only_the_chair_sets_up(workbench: Workbench, programme: Programme, name: str) -> None:
    with pytest.raises(NotAllowed):
        set_up_calibration(access_of(workbench, name), programme, application_ids=[], reviewer_ids=[])


def test_taking_part_opens_the_evidence_while_the_round_is_open(
    workbench: Workbench, programme: Programme
) -> None:
    plan_id = workbench.store.find_plan_of_programme(programme.programme_code)
    assert plan_id is not None
    opened = set_up(workbench, programme)
    key, recused = opened.application_ids[:2]
    stored = workbench.store.load_assignments(plan_id)
    kept = [each for each in stored if each.reviewer_id != ONE]
    barred = Assignment(recused, ONE, recused=True, recusal_reason="親屬")
    workbench.store.save_assignments(plan_id, [*kept, barred], seen=stored, person_id=CHAIR)
    asked = (Action.VIEW_APPLICATION, Action.OPEN_FILE, Action.SCORE_CALIBRATION, Action.SCORE)

    def rights(application_id: ApplicationId) -> list[bool]:
        access = access_of(workbench, "reviewer1")
        code = programme.programme_code
        return [access.allows(each, programme_code=code, application_id=application_id) for each in asked]

    assert rights(key) == [True, True, True, False]
    assert rights(recused) == [False, False, False, False]
    visible = access_of(workbench, "reviewer1").visible_applications(programme.programme_code)
    assert visible == frozenset(opened.application_ids) - {recused}
    close_calibration(access_of(workbench, "chair"), programme, opened.round_id)
    assert rights(key) == [False, False, False, False]
    assert access_of(workbench, "reviewer1").visible_applications(programme.programme_code) == frozenset()


def test_forms_are_blind_and_results_wait_for_the_end(workbench: Workbench, programme: Programme) -> None:
    opened = filled(workbench, programme)
    view = open_calibration(access_of(workbench, "reviewer1"), programme)
    assert view is not None
    own = load_own_trials(access_of(workbench, "reviewer1"), view.plan, opened)
    assert {each.reviewer_id for each in own} == {ONE}
    assert (view.done, view.proposed) == ({}, ())
    for name in ("chair", "reviewer1", "office"):
        with pytest.raises(NotAllowed):
            load_results(access_of(workbench, name), programme, opened.round_id)
    chairs = open_calibration(access_of(workbench, "chair"), programme)
    assert chairs is not None
    done = {key: count for key, count in chairs.done.items() if key[0] == opened.round_id}
    assert done == {(opened.round_id, ONE): 6, (opened.round_id, TWO): 6}
    closed = close_calibration(access_of(workbench, "chair"), programme, opened.round_id)
    assert isinstance(closed, CalibrationRound)
    assert closed.state is CalibrationState.CLOSED
    for name in ("chair", "reviewer1", "office"):
        assert load_results(access_of(workbench, name), programme, opened.round_id).finished == 12
    with pytest.raises(NotAllowed):
        enter(
            workbench, programme, opened, name="reviewer1", key=opened.application_ids[0], value="50", seen=1
        )


def test_the_ranked_list_knows_nothing_of_it(workbench: Workbench, programme: Programme) -> None:
    before = open_ranking(access_of(workbench, "chair"), programme)
    assert before is not None
    plan_id = before.plan.plan_id
    scorers = {each.reviewer_id for each in workbench.store.load_reviews(plan_id)}
    filled(workbench, programme)
    after = open_ranking(access_of(workbench, "chair"), programme)
    assert after is not None
    assert after.ranked == before.ranked
    assert {each.reviewer_id for each in workbench.store.load_reviews(plan_id)} == scorers
    assert len(workbench.store.load_reviews(plan_id)) == sum(
        row.counts.scored + row.counts.partial + row.counts.abstained for row in after.ranked.rows
    )


def test_results_tell_agreement_levels_and_the_disputed_sentence(
    workbench: Workbench, programme: Programme
) -> None:
    opened = filled(workbench, programme)
    close_calibration(access_of(workbench, "chair"), programme, opened.round_id)
    results = load_results(access_of(workbench, "chair"), programme, opened.round_id)
    first = results.agreement[0]
    assert (first.figures.applications, first.figures.is_complete, first.same_level) == (6, True, 5 / 6)
    assert first.mean_difference == pytest.approx(25 / 6)
    # By hand: applicants' means vary with MSR 769/12, reviewers' with MSC 625/12, the rest with MSE 625/12;
    # ICC(A,1) = (MSR - MSE) / (MSR + MSE + 2/6 (MSC - MSE)). Alpha: observed 625/6 over expected 7595/66.
    assert first.icc is not None
    assert first.icc.estimate == pytest.approx(72 / 697)
    assert first.figures.alpha.estimate == pytest.approx(144 / 1519)
    assert {each.application_id for each in results.disputes} == {opened.application_ids[0]}
    assert len(results.disputes) == len(results.plan.dimensions)
    dispute = results.disputes[0]
    assert (dispute.distance, [level.name for level in dispute.sentences]) == (3, ["傑出", "可"])
    assert dispute.comments == {ONE: "reviewer1 的理由", TWO: "reviewer2 的理由"}
    _, usage = results.usage[0]
    assert [count for _, count in usage[ONE]] == [1, 2, 3, 0, 0]


def test_a_recused_reader_is_shown_the_rest(workbench: Workbench, programme: Programme) -> None:
    opened = filled(workbench, programme)
    close_calibration(access_of(workbench, "chair"), programme, opened.round_id)
    plan_id = workbench.store.find_plan_of_programme(programme.programme_code)
    assert plan_id is not None
    stored = workbench.store.load_assignments(plan_id)
    key = opened.application_ids[0]
    barred = Assignment(key, CHAIR, recused=True, recusal_reason="親屬")
    workbench.store.save_assignments(plan_id, [*stored, barred], seen=stored, person_id=CHAIR)
    results = load_results(access_of(workbench, "chair"), programme, opened.round_id)
    assert key not in results.applications
    assert results.disputes == ()


def test_what_cannot_be_saved_is_told_at_once_and_stale_forms_are_refused(
    workbench: Workbench, programme: Programme
) -> None:
    opened = set_up(workbench, programme)
    key = opened.application_ids[0]
    bad = enter(workbench, programme, opened, name="reviewer1", key=key, value="101")
    assert isinstance(bad, Rejected)
    assert len(bad.problems) == 3
    assert isinstance(enter(workbench, programme, opened, name="reviewer1", key=key, value="80"), TrialReview)
    assert isinstance(enter(workbench, programme, opened, name="reviewer1", key=key, value="81"), Stale)
    entry = TrialEntry(opened.round_id, 99, key, 1, str(uuid4()))
    assert save_trial(access_of(workbench, "reviewer1"), programme, entry) == PlanMoved(99, 1)
    with pytest.raises(NotFound):
        save_trial(access_of(workbench, "reviewer1"), programme, replace(entry, round_id="other"))


def test_notes_go_to_the_draft_of_the_plan_with_the_revision_that_was_seen(
    workbench: Workbench, programme: Programme
) -> None:
    chair = access_of(workbench, "chair")
    plan, seen = find_note_plan(chair, programme)
    dimension = plan.dimensions[0]
    note = LevelNote(
        dimension.dimension_id, dimension.rubric_levels[0].name, "要有反思才算", (ApplicationId("x"),)
    )
    outcome = save_level_note(chair, programme, note, seen_revision=seen)
    assert isinstance(outcome, Saved)
    level = outcome.value.plan.dimensions[0].rubric_levels[0]
    assert (level.note, level.anchors) == ("要有反思才算", ("x",))
    assert isinstance(save_level_note(chair, programme, note, seen_revision=seen), Stale)
    with pytest.raises(NotAllowed):
        save_level_note(access_of(workbench, "reviewer1"), programme, note, seen_revision=1)


def test_comparison_holds_the_calibration_against_the_real_round(
    workbench: Workbench, programme: Programme
) -> None:
    opened = filled(workbench, programme)
    close_calibration(access_of(workbench, "chair"), programme, opened.round_id)
    results = load_results(access_of(workbench, "chair"), programme, opened.round_id)
    one, two = compare_with_round(access_of(workbench, "chair"), programme, results).reviewers
    assert one.then.reviews == 6
    assert one.then.mean_difference == pytest.approx(25 / 6)
    assert one.then.severity == pytest.approx(25 / 12)
    assert two.then.severity == pytest.approx(-25 / 12)
    assert one.now.reviews > 6
    assert one.now.severity is not None
    assert one.now.severity > 0
    with pytest.raises(NotAllowed):
        compare_with_round(access_of(workbench, "reviewer1"), programme, results)


def test_agreement_by_dimension_is_held_against_the_real_round(
    workbench: Workbench, programme: Programme
) -> None:
    opened = filled(workbench, programme)
    chair = access_of(workbench, "chair")
    close_calibration(chair, programme, opened.round_id)
    results = load_results(chair, programme, opened.round_id)
    lines = compare_with_round(chair, programme, results).dimensions
    assert [each.then for each in lines] == list(results.agreement)
    plan_id = results.plan.plan_id
    barred = {
        (each.application_id, each.reviewer_id)
        for each in workbench.store.load_assignments(plan_id)
        if each.recused
    }
    piles: defaultdict[ApplicationId, list[Review]] = defaultdict(list)
    for review in workbench.store.load_reviews(plan_id):
        if not review.abstained and (review.application_id, review.reviewer_id) not in barred:
            piles[review.application_id].append(review)
    for line, dimension in zip(lines[:-1], results.plan.dimensions, strict=True):
        key = dimension.dimension_id
        scores = [[each.scores[key] for each in pile if key in each.scores] for pile in piles.values()]
        pairs = [pair for found in scores for pair in combinations(found, 2)]
        assert line.now is not None
        assert line.now.figures.applications == sum(len(found) > 1 for found in scores) > 6
        assert line.now.mean_difference == pytest.approx(
            float(sum(abs(a - b) for a, b in pairs)) / len(pairs)
        )
        same = sum(_level(dimension, a) == _level(dimension, b) for a, b in pairs)
        assert line.now.same_level == pytest.approx(same / len(pairs))
    total = lines[-1]
    assert total.dimension is None
    assert total.now is not None
    assert total.now.figures.applications > 6


def _level(dimension: Dimension, score: Decimal) -> str:
    return next(each.name for each in dimension.rubric_levels if each.low <= score <= each.high)


def test_a_recused_reader_compares_without_the_applicant(workbench: Workbench, programme: Programme) -> None:
    opened = filled(workbench, programme)
    chair = access_of(workbench, "chair")
    close_calibration(chair, programme, opened.round_id)
    plan_id = results_plan(workbench, programme)
    stored = workbench.store.load_assignments(plan_id)
    barred = Assignment(opened.application_ids[0], CHAIR, recused=True, recusal_reason="親屬")
    workbench.store.save_assignments(plan_id, [*stored, barred], seen=stored, person_id=CHAIR)
    recused = access_of(workbench, "chair")
    results = load_results(recused, programme, opened.round_id)
    compared = compare_with_round(recused, programme, results)
    # The only applicant on whom they differed is gone from either side.
    assert [each.then.reviews for each in compared.reviewers] == [5, 5]
    assert [each.then.mean_difference for each in compared.reviewers] == [0, 0]


def results_plan(workbench: Workbench, programme: Programme) -> PlanId:
    """The plan of the programme."""
    plan_id = workbench.store.find_plan_of_programme(programme.programme_code)
    assert plan_id is not None
    return plan_id
