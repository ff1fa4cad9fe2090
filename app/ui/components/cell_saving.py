"""From the cells a pass sent to saves, one by one, and what became of each to the next run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.scores import ScoreProblem
from app.errors import WorkbenchError
from app.reviews.store import Saved, Stale
from app.ui.components.queue_place import PlaceOf
from app.ui.components.score_message import notice_data
from app.ui.messages import message_of
from app.ui.state import passes as state
from app.ui.state.desk import SaveNotice
from app.ui.text.desk import DeskWords
from app.ui.text.desk_passes import WORDS
from app.ui.visit import Visit
from app.workflows.review_entry import EntryProblem, EntryProblemKind, Outcome, PlanMoved, Rejected
from app.workflows.score_entry import ScoreEntry, save_score

CELLS_MOST = 50
"""More cells than this are never taken at once: a browser sends them in several goes."""


def save_cells(
    visit: Visit, plan: ReviewPlan, value: object, *, key: str, places: PlaceOf, words: DeskWords
) -> None:
    """Save every cell by itself; the application each one names decides, not what is on screen."""
    sent = value.get("cells") if isinstance(value, Mapping) else None
    cells = [entry_of(each) for each in sent or [] if isinstance(each, Mapping)][:CELLS_MOST]
    entries = [replace(each, place=places(each.application_id)) for each in cells]
    state.leave_answers(key, [_saved(visit, plan, each, words=words) for each in entries])


def entry_of(value: Mapping[str, object]) -> ScoreEntry:
    """The entry a browser sent, whatever it really holds: wrong kinds of values become ones nothing accepts."""
    score = value.get("score")
    return ScoreEntry(
        plan_id=PlanId(_text(value.get("plan_id"))),
        plan_revision=_number(value.get("plan_revision")),
        application_id=ApplicationId(_text(value.get("application_id"))),
        dimension_id=DimensionId(_text(value.get("dimension_id"))),
        seen_revision=_number(value.get("seen_revision")),
        event_id=_text(value.get("event_id")),
        score=score if isinstance(score, str) else "?",
        ends_abstention=value.get("ends_abstention") is True,
        resumes_abstention=value.get("resumes_abstention") is True,
    )


def _saved(visit: Visit, plan: ReviewPlan, entry: ScoreEntry, *, words: DeskWords) -> state.Answer:
    try:
        outcome, reason = save_score(visit.access, entry), ""
    except WorkbenchError as error:
        outcome, reason = None, message_of(error, visit.words)
    kind = _kind_of(outcome)
    text = _text_of(visit, plan, entry, outcome=outcome, reason=reason, words=words)
    return state.Answer(entry.event_id, entry.application_id, entry.dimension_id, kind, text)


def _kind_of(outcome: Outcome | None) -> str:
    if isinstance(outcome, Saved):
        return "saved"
    if isinstance(outcome, Stale):
        return "stale"
    if isinstance(outcome, Rejected) and _is_abstained(outcome.problems):
        return "abstained"
    return "failed"


def _is_abstained(problems: Sequence[EntryProblem | ScoreProblem]) -> bool:
    return [each.kind for each in problems] == [EntryProblemKind.ABSTAINED]


def _text_of(
    visit: Visit,
    plan: ReviewPlan,
    entry: ScoreEntry,
    *,
    outcome: Outcome | None,
    reason: str,
    words: DeskWords,
) -> str:
    own = WORDS[visit.language]
    if isinstance(outcome, PlanMoved):
        return own.moved.format(newest=outcome.newest)
    if _kind_of(outcome) == "abstained":
        return own.rejected_abstained
    if outcome is None:
        return own.failed.format(reason=reason or visit.words.unexpected)
    notice = SaveNotice(entry.event_id, entry.application_id, entry.seen_revision, outcome)
    told = notice_data(notice, plan, words=words, frame=visit.words)["problems"]
    return " ".join(str(each["text"]) for each in told) if isinstance(told, list) else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    """A whole number as JSON writes one; -1, which is no revision anything ever had, for all else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else -1
