"""What became of a save, in the words of the scoring panel."""

from __future__ import annotations

from app.domain.dimensions import DimensionId
from app.domain.plan import ReviewPlan
from app.domain.scores import ScoreProblem, ScoreProblemKind
from app.reviews.store import Saved, Stale
from app.ui.number_text import number_text
from app.ui.state.desk import SaveNotice
from app.ui.text.desk import DeskWords
from app.ui.text.frame import FrameWords
from app.workflows.review_entry import EntryProblem, EntryProblemKind, PlanMoved, Rejected


def notice_data(
    notice: SaveNotice, plan: ReviewPlan, *, words: DeskWords, frame: FrameWords
) -> dict[str, object]:
    """The notice as the browser part wants it: ``saved``, ``stale``, ``rejected`` or ``failed``, with every problem."""
    outcome = notice.outcome
    kind, problems = "failed", [_line(words.problem_failed.format(reason=notice.reason or frame.unexpected))]
    if isinstance(outcome, Saved):
        kind, problems = "saved", []
    elif isinstance(outcome, Stale):
        kind, problems = "stale", []
    elif isinstance(outcome, Rejected):
        kind = "rejected"
        problems = [_problem(each, plan, words) for each in outcome.problems]
    elif isinstance(outcome, PlanMoved):
        kind, problems = "rejected", [_line(words.problem_moved.format(newest=outcome.newest))]
    return {"event_id": notice.event_id, "kind": kind, "problems": problems}


def _problem(
    problem: EntryProblem | ScoreProblem, plan: ReviewPlan, words: DeskWords
) -> dict[str, str | None]:
    names = {each.dimension_id: each.name for each in plan.dimensions}
    name = names.get(problem.dimension_id, "") if problem.dimension_id else ""
    if isinstance(problem, ScoreProblem):
        return _line(_score_text(problem, name, words), problem.dimension_id)
    texts = {
        EntryProblemKind.NOT_A_NUMBER: words.problem_number.format(dimension=name),
        EntryProblemKind.UNKNOWN_DIMENSION: words.problem_unknown,
        EntryProblemKind.TOO_LONG: words.problem_long.format(limit=problem.limit),
        EntryProblemKind.NO_REASON: words.problem_reason,
        EntryProblemKind.BAD_EVENT: words.problem_event,
    }
    return _line(texts[problem.kind], problem.dimension_id)


def _score_text(problem: ScoreProblem, name: str, words: DeskWords) -> str:
    if problem.kind is ScoreProblemKind.OFF_STEP:
        return words.problem_step.format(dimension=name, step=number_text(problem.step))
    low, high = number_text(problem.low), number_text(problem.high)
    return words.problem_range.format(dimension=name, low=low, high=high)


def _line(text: str, dimension_id: DimensionId | None = None) -> dict[str, str | None]:
    return {"text": text, "dimension_id": dimension_id}
