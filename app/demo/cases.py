"""The gap cases of the demonstration: some decided, each step with its reason, the others not looked at yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from app.demo.readers import third_reader
from app.demo.results import chair_access
from app.demo.scores import DemoScores
from app.demo.texts import round_texts
from app.domain.evidence import ApplicationId, Programme
from app.domain.gap_case import CaseState, CaseStep
from app.domain.home_time import home_day
from app.domain.plan import ReviewPlan
from app.domain.score_gap import gap_flags
from app.domain.scores import Review
from app.workbench import Workbench
from app.workflows.gap_decision import StepRequest, record_step

DAYS = 7
WAYS: tuple[tuple[str, ...], ...] = (
    ("discuss",),
    ("discuss", "third"),
    ("discuss", "closed"),
    ("discuss", "third", "closed_after_third"),
)
"""The steps of the first cases of the list, by the names of their reasons: the second waits for its third reader."""
_STATES = {
    "discuss": CaseState.DISCUSS,
    "third": CaseState.THIRD,
    "closed": CaseState.CLOSED,
    "closed_after_third": CaseState.CLOSED,
}


def fill_cases(workbench: Workbench, programme: Programme, plan: ReviewPlan, scores: DemoScores) -> None:
    """Take the first cases their ways, as the chair would."""
    cases = sorted(_apart(plan, workbench.store.load_reviews(plan.plan_id)), key=scores.place_of)
    for way, key in zip(WAYS, cases, strict=False):
        for seen, name in enumerate(way):
            if name == "closed_after_third":
                _read_a_third_time(workbench, scores, key)
            request = _request(key, name, seen=seen, scores=scores)
            today = home_day(datetime.now(UTC))
            taken = record_step(chair_access(workbench), programme, request, today=today)
            if not isinstance(taken, CaseStep):
                raise RuntimeError(f"the demonstration cannot take the step {name} of {key}: {taken}")


def _apart(plan: ReviewPlan, reviews: Iterable[Review]) -> list[ApplicationId]:
    by_application: defaultdict[ApplicationId, list[Review]] = defaultdict(list)
    for review in reviews:
        by_application[review.application_id].append(review)
    return [key for key, pile in by_application.items() if gap_flags(plan, pile)]


def _request(key: ApplicationId, name: str, *, seen: int, scores: DemoScores) -> StepRequest:
    is_open = _STATES[name] is not CaseState.CLOSED
    is_third = _STATES[name] is CaseState.THIRD
    return StepRequest(
        application_id=key,
        state=_STATES[name],
        reason=round_texts().case_reasons[name],
        seen_revision=seen,
        event_id=f"demo-case-{key}-{seen}",
        deadline=home_day(datetime.now(UTC)) + timedelta(days=DAYS) if is_open else None,
        third_reviewer=third_reader(scores.place_of(key)).reviewer_id if is_third else None,
    )


def _read_a_third_time(workbench: Workbench, scores: DemoScores, key: ApplicationId) -> None:
    third = scores.third(third_reader(scores.place_of(key)), key)
    workbench.store.save_review(third, seen_revision=0, event_id=f"demo-{key}-{third.reviewer_id}")
