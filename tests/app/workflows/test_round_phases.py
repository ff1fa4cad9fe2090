"""Phases on the server: what a change of phase closes and opens, and that nothing closes silently."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, Programme
from app.domain.gap_case import CaseState
from app.domain.people import PersonId, Role
from app.domain.plan import ReviewPlan
from app.domain.round_event import RoundEventKind
from app.domain.round_phase import Phase, SeesOthers
from app.domain.visibility import Action, NotAllowed, PhaseForbids
from app.reviews.store import Saved, Stale
from app.workbench import Workbench
from app.workflows.gap_queue import load_cases
from app.workflows.review_entry import ReviewEntry, save_review
from app.workflows.round_phases import (
    PhaseProblem,
    PhaseRefused,
    PhaseRequest,
    PhaseSet,
    open_phase,
    set_phase,
)
from app.workflows.score_entry import ScoreEntry, save_score
from app.workflows.total_ranking import open_ranking
from tests.app.workflows.gap_round import go, programme_with_gaps, queue_of
from tests.app.workflows.people import access_of


@pytest.fixture
def programme(workbench: Workbench) -> Programme:
    """The programme whose plan is locked, with gaps."""
    return programme_with_gaps(workbench)


def entry_for(
    plan: ReviewPlan, application_id: ApplicationId, *, seen: int, value: str = "70"
) -> ReviewEntry:
    """A whole review of one application."""
    return ReviewEntry(
        plan_id=plan.plan_id,
        plan_revision=plan.revision,
        application_id=application_id,
        seen_revision=seen,
        event_id=str(uuid4()),
        scores={each.dimension_id: value for each in plan.dimensions},
    )


def test_nothing_said_is_the_first_reading_with_todays_rights(
    workbench: Workbench, programme: Programme
) -> None:
    view = open_phase(access_of(workbench, "chair"), programme)
    assert view is not None
    assert (view.standing.rules.phase, view.standing.revision, view.history) == (Phase.FIRST_READING, 0, ())
    queue = queue_of(workbench, programme)
    application_id = queue.rows[0].summary.application_id
    reviewer = access_of(workbench, "reviewer1")
    assert reviewer.allows(
        Action.SCORE, programme_code=programme.programme_code, application_id=application_id
    )
    assert not reviewer.allows(
        Action.VIEW_OTHER_REVIEWS, programme_code=programme.programme_code, application_id=application_id
    )


def test_a_save_drawn_before_the_phase_changed_is_refused_at_every_door(
    workbench: Workbench, programme: Programme
) -> None:
    queue = queue_of(workbench, programme)
    plan, application_id = queue.plan, queue.rows[0].summary.application_id
    reviewer = access_of(workbench, "reviewer1")
    seen = workbench.store.find_review(plan.plan_id, application_id, reviewer.person.person_id)
    assert seen is not None
    assert reviewer.allows(Action.SCORE, programme_code=plan.programme_code, application_id=application_id)
    assert isinstance(go(workbench, programme, Phase.GAP_CHECK), PhaseSet)
    with pytest.raises(PhaseForbids) as refusal:
        save_review(reviewer, entry_for(plan, application_id, seen=seen.revision))
    assert refusal.value.phase is Phase.GAP_CHECK
    cell = ScoreEntry(
        plan.plan_id,
        plan.revision,
        application_id,
        plan.dimensions[0].dimension_id,
        seen.revision,
        str(uuid4()),
        score="71",
    )
    with pytest.raises(PhaseForbids):
        save_score(reviewer, cell)
    assert workbench.store.find_review(plan.plan_id, application_id, reviewer.person.person_id) == seen
    refused = [line.detail for line in workbench.store.load_log(limit=4) if line.action == "refused"]
    assert refused == ["score", "score"]


def test_checking_gaps_records_every_case_there_is(workbench: Workbench, programme: Programme) -> None:
    before = queue_of(workbench, programme).rows
    assert before
    assert {row.case.revision for row in before} == {0}
    outcome = go(workbench, programme, Phase.GAP_CHECK)
    assert isinstance(outcome, PhaseSet)
    assert outcome.raised == len(before)
    after = queue_of(workbench, programme).rows
    assert [row.case.application_id for row in after] == [row.case.application_id for row in before]
    assert {(row.case.revision, row.case.steps[-1].by_rule) for row in after} == {(1, True)}


def test_a_discussion_opens_its_cases_and_nothing_else(workbench: Workbench, programme: Programme) -> None:
    queue = queue_of(workbench, programme)
    case = queue.rows[0].summary.application_id
    load = load_cases(access_of(workbench, "chair"), queue.plan)
    flagged = {each.application_id for each in load.cases}
    other = next(key for key, pile in load.reviews.items() if key not in flagged and len(pile) == 2)
    go(workbench, programme, Phase.GAP_CHECK)
    go(workbench, programme, Phase.DISCUSSION)
    reviewer, code = access_of(workbench, "reviewer1"), programme.programme_code
    allowed = [
        (
            reviewer.allows(Action.SCORE, programme_code=code, application_id=key),
            reviewer.allows(Action.VIEW_OTHER_REVIEWS, programme_code=code, application_id=key),
        )
        for key in (case, other)
    ]
    assert allowed == [(True, True), (False, False)]
    seen = workbench.store.find_review(queue.plan.plan_id, case, reviewer.person.person_id)
    assert seen is not None
    outcome = save_review(reviewer, entry_for(queue.plan, case, seen=seen.revision))
    assert isinstance(outcome, Saved)


def test_a_discussion_may_be_kept_blind(workbench: Workbench, programme: Programme) -> None:
    case = queue_of(workbench, programme).rows[0].summary.application_id
    go(workbench, programme, Phase.GAP_CHECK)
    chair = access_of(workbench, "chair")
    request = PhaseRequest(Phase.DISCUSSION, 1, uuid4().hex, reviewers_see=SeesOthers.NEVER)
    assert isinstance(set_phase(chair, programme, request), PhaseSet)
    assert not access_of(workbench, "reviewer1").allows(
        Action.VIEW_OTHER_REVIEWS, programme_code=programme.programme_code, application_id=case
    )


def test_closing_asks_for_a_reason_for_each_open_case(workbench: Workbench, programme: Programme) -> None:
    keys = [row.case.application_id for row in queue_of(workbench, programme).rows]
    some = {keys[0]: "委員共同確認", keys[1]: "  "}
    assert go(workbench, programme, Phase.CLOSED, cases=some) == PhaseRefused(
        (PhaseProblem.OPEN_CASES,),
        tuple(key for key in _in_load_order(workbench, programme) if key != keys[0]),
    )
    assert queue_of(workbench, programme).rows[0].case.is_open
    outcome = go(workbench, programme, Phase.CLOSED, cases=dict.fromkeys(keys, "委員共同確認"))
    assert isinstance(outcome, PhaseSet)
    closed = queue_of(workbench, programme).rows
    assert {(row.case.state, row.case.steps[-1].reason) for row in closed} == {
        (CaseState.CLOSED, "委員共同確認")
    }


def _in_load_order(workbench: Workbench, programme: Programme) -> list[ApplicationId]:
    plan = queue_of(workbench, programme).plan
    return [case.application_id for case in load_cases(access_of(workbench, "chair"), plan).cases]


def test_going_back_needs_a_reason_and_leaps_forward_are_refused(
    workbench: Workbench, programme: Programme
) -> None:
    assert go(workbench, programme, Phase.DISCUSSION) == PhaseRefused((PhaseProblem.NOT_REACHABLE,))
    go(workbench, programme, Phase.GAP_CHECK)
    assert go(workbench, programme, Phase.FIRST_READING) == PhaseRefused((PhaseProblem.NO_REASON,))
    outcome = go(workbench, programme, Phase.FIRST_READING, reason="補評一位", name="office")
    assert isinstance(outcome, PhaseSet)
    assert outcome.entry.reason == "補評一位"
    view = open_phase(access_of(workbench, "reviewer1"), programme)
    assert view is not None
    assert [(entry.rules.phase, name) for entry, name in view.history] == [
        (Phase.GAP_CHECK, "示範主席"),
        (Phase.FIRST_READING, "示範招生辦公室"),
    ]


def test_second_window_is_told_that_the_phase_changed(workbench: Workbench, programme: Programme) -> None:
    chair = access_of(workbench, "chair")
    request = PhaseRequest(Phase.GAP_CHECK, 0, "one")
    first = set_phase(chair, programme, request)
    assert isinstance(first, PhaseSet)
    assert isinstance(set_phase(chair, programme, PhaseRequest(Phase.GAP_CHECK, 0, "two")), Stale)
    assert set_phase(chair, programme, request) == PhaseSet(first.entry, 0)


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_only_chair_and_office_set_a_phase(workbench: Workbench, programme: Programme, name: str) -> None:
    with pytest.raises(NotAllowed):
        set_phase(access_of(workbench, name), programme, PhaseRequest(Phase.GAP_CHECK, 0, "one"))
    kind = RoundEventKind.PHASE
    plan_id = queue_of(workbench, programme).plan.plan_id
    assert workbench.store.find_round_event(plan_id, kind, "") is None


def test_the_chair_exports_when_the_phase_says_so(workbench: Workbench, programme: Programme) -> None:
    code = programme.programme_code
    asked = []
    for phase in (None, Phase.GAP_CHECK, Phase.DISCUSSION):
        if phase:
            go(workbench, programme, phase)
        asked += [
            access_of(workbench, name).allows(Action.EXPORT_RANKING, programme_code=code)
            for name in ("chair", "office")
        ]
    assert asked == [True, True, False, True, False, True]


def test_reviewers_see_the_ranking_while_the_round_shows_it(
    workbench: Workbench, programme: Programme
) -> None:
    code = programme.programme_code
    chair = access_of(workbench, "chair")
    plan_id = queue_of(workbench, programme).plan.plan_id
    assigned = workbench.store.load_assignments(plan_id)
    gone = next(each for each in assigned if each.reviewer_id == "demo-reviewer1")
    workbench.store.save_assignments(
        plan_id,
        [each for each in assigned if each != gone],
        seen=assigned,
        person_id=chair.person.person_id,
    )
    for to in (Phase.GAP_CHECK, Phase.DISCUSSION):
        go(workbench, programme, to)
    with pytest.raises(PhaseForbids):
        open_ranking(access_of(workbench, "reviewer1"), programme)
    # The phase that stands may be entered anew, to choose otherwise.
    request = PhaseRequest(Phase.DISCUSSION, 2, "shown", shows_ranking=True)
    assert isinstance(set_phase(chair, programme, request), PhaseSet)
    reviewer = access_of(workbench, "reviewer1")
    view, whole = open_ranking(reviewer, programme), open_ranking(chair, programme)
    assert view is not None
    assert whole is not None
    assert view.ranked == whole.ranked
    own = reviewer.visible_applications(code)
    assert own is not None
    assert {key for key, each in view.summaries.items() if each.name or each.school_name} == own
    assert set(view.summaries) - own == {gone.application_id}
    assert not reviewer.allows(Action.EXPORT_RANKING, programme_code=code)
    go(workbench, programme, Phase.THIRD_READING)
    with pytest.raises(PhaseForbids):
        open_ranking(access_of(workbench, "reviewer1"), programme)


def test_the_list_of_phases_begins_onward_and_never_with_the_way_back(
    workbench: Workbench, programme: Programme
) -> None:
    chair = access_of(workbench, "chair")
    go(workbench, programme, Phase.GAP_CHECK)
    go(workbench, programme, Phase.DISCUSSION)
    view = open_phase(chair, programme)
    assert view is not None
    assert view.offered == (
        Phase.THIRD_READING,
        Phase.CLOSED,
        Phase.DISCUSSION,
        Phase.GAP_CHECK,
        Phase.FIRST_READING,
        Phase.CALIBRATION,
    )
    open_cases = {
        row.case.application_id: "確認" for row in queue_of(workbench, programme).rows if row.case.is_open
    }
    assert isinstance(go(workbench, programme, Phase.CLOSED, cases=open_cases), PhaseSet)
    closed = open_phase(access_of(workbench, "chair"), programme)
    assert closed is not None
    assert closed.offered[:2] == (Phase.CLOSED, Phase.THIRD_READING)


def test_a_phase_that_leaves_no_choice_shows_nothing_more(workbench: Workbench, programme: Programme) -> None:
    chair = access_of(workbench, "chair")
    for request in (
        PhaseRequest(Phase.GAP_CHECK, 0, "one", shows_ranking=True),
        PhaseRequest(Phase.GAP_CHECK, 0, "two", reviewers_see=SeesOthers.ALWAYS),
    ):
        assert set_phase(chair, programme, request) == PhaseRefused((PhaseProblem.NOT_A_CHOICE,))
    assert isinstance(set_phase(chair, programme, PhaseRequest(Phase.GAP_CHECK, 0, "three")), PhaseSet)
    again = set_phase(chair, programme, PhaseRequest(Phase.GAP_CHECK, 1, "four"))
    assert again == PhaseRefused((PhaseProblem.NOT_REACHABLE,))


def test_the_phase_costs_a_desk_one_question_a_run(
    workbench: Workbench, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = queue_of(workbench, programme).rows[0]
    asked: list[str] = []
    find = workbench.store.find_round_event

    def counted(plan_id, kind, subject):  # type: ignore[no-untyped-def]
        asked.append(kind.value)
        return find(plan_id, kind, subject)

    monkeypatch.setattr(workbench.store, "find_round_event", counted)
    reviewer = access_of(workbench, "reviewer1")
    for _ in range(5):
        reviewer.allows(
            Action.SCORE,
            programme_code=programme.programme_code,
            application_id=row.summary.application_id,
        )
        reviewer.allows(
            Action.VIEW_APPLICATION,
            programme_code=programme.programme_code,
            application_id=row.summary.application_id,
        )
    assert asked == ["phase"]


def test_the_preview_counts_the_plan_s_own_limit(workbench: Workbench, programme: Programme) -> None:
    queue = queue_of(workbench, programme)
    own = [count for count in queue.previews[next(iter(queue.previews))] if count.is_of_plan]
    assert [(count.limit, count.count) for count in own] == [(Decimal(20), len(queue.rows))]


def test_a_recused_chair_closes_no_round_over_the_case(workbench: Workbench, programme: Programme) -> None:
    queue = queue_of(workbench, programme)
    keys = [row.case.application_id for row in queue.rows]
    stored = workbench.store.load_assignments(queue.plan.plan_id)
    chair = access_of(workbench, "chair").person
    assert chair.role is Role.CHAIR
    recusal = Assignment(keys[0], PersonId(chair.person_id), recused=True, recusal_reason="親屬")
    workbench.store.save_assignments(
        queue.plan.plan_id, [*stored, recusal], seen=stored, person_id=chair.person_id
    )
    reasons = dict.fromkeys(keys, "確認")
    assert go(workbench, programme, Phase.CLOSED, cases=reasons) == PhaseRefused(
        (PhaseProblem.RECUSED_CASES,)
    )
    assert isinstance(go(workbench, programme, Phase.CLOSED, cases=reasons, name="office"), PhaseSet)
