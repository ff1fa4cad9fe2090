"""Scoring off line: a workbook of the own applicants is handed out, and what comes back is shown before it is saved.

What comes back is compared row by row with three versions: what the workbook held when it was made, what is stored
now, and what was typed. A row nobody typed in is left alone, whatever happened elsewhere; a row typed in while the
review moved on elsewhere is stale and saved only if the person leaves such rows out. Then all is saved, or nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_OID, uuid4, uuid5

from app.domain.carried_scores import carried_from_history
from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.plan import PlanId, ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.scores import Review, ScoreProblem
from app.domain.visibility import Action
from app.errors import BadFile, FileProblem, NotFound, PlanLocked
from app.exchange.score_workbook import (
    ReadRow,
    ReadWorkbook,
    WorkbookRow,
    WorkbookStamp,
    WorkbookWords,
    read_score_workbook,
    write_score_workbook,
)
from app.reviews.review_batch_store import ReviewSave
from app.reviews.store import Saved
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.review_entry import (
    EntryProblem,
    PlanMoved,
    ReviewEntry,
    number_of,
    problems_of,
)
from app.workflows.total_ranking import ListFile

FILE = "scores.xlsx"
WORDS_FILE = Path(__file__).parent / "score_workbook_words.toml"


class RowState(StrEnum):
    """What a row would do. ``UNTOUCHED``: as it was handed out; ``SAME``: what was typed is stored already;
    ``STALE``: typed, but the review was saved elsewhere meanwhile."""

    UNTOUCHED = "untouched"
    SAME = "same"
    CHANGED = "changed"
    STALE = "stale"


@dataclass(frozen=True)
class WorkbookLine:
    """One row of a workbook that came back: what is stored now, and what it would become."""

    line: int
    summary: ApplicationSummary
    state: RowState
    stored: Review
    offered: Review
    problems: tuple[EntryProblem | ScoreProblem, ...] = ()


@dataclass(frozen=True)
class WorkbookPreview:
    """What a workbook would do. ``fingerprint`` names exactly these changes over exactly these stored versions."""

    plan: ReviewPlan
    lines: tuple[WorkbookLine, ...]
    fingerprint: str

    def count(self, state: RowState) -> int:
        """How many rows are in a state."""
        return sum(line.state is state for line in self.lines)

    @property
    def faulty(self) -> tuple[WorkbookLine, ...]:
        """Changed rows that cannot be saved as they are."""
        return tuple(line for line in self.lines if line.problems)


@dataclass(frozen=True)
class BatchSaved:
    """So many reviews were saved and read back; stale rows were left as stored."""

    saved: int
    left_out: int


def hand_out_workbook(access: Access, plan_id: PlanId, *, language: str, now: datetime) -> ListFile:
    """The workbook of the own applications, with the scores given so far; logged.

    Raises NotFound while no plan is locked, NotAllowed for whom there is nothing to score.
    """
    plan = _require_plan(access, plan_id)
    own = _own(access, plan)
    if not own:
        access.require(Action.SCORE, programme_code=plan.programme_code)
    stamp = WorkbookStamp(
        key=uuid4().hex,
        plan_id=plan.plan_id,
        plan_revision=plan.revision,
        reviewer_id=access.person.person_id,
        made_at=now.isoformat(timespec="seconds"),
    )
    rows = [_row(summary, review) for summary, review in own]
    content = write_score_workbook(plan, rows, stamp=stamp, words=words_of(language))
    _record(access, stamp, seen_revision=0, content={"handed_out": len(rows), "plan_revision": plan.revision})
    return ListFile(f"scores-{_ascii(plan.plan_id)}-r{plan.revision}.xlsx", content)


def count_own(access: Access, plan_id: PlanId) -> int:
    """How many applications the person may score under the newest locked plan."""
    return len(_own(access, _require_plan(access, plan_id)))


def preview_workbook(access: Access, plan_id: PlanId, content: bytes) -> WorkbookPreview | PlanMoved:
    """What the workbook would change; nothing is written. Raises BadFile with every problem of form at once."""
    plan = _require_plan(access, plan_id)
    read = read_score_workbook(content, file=FILE)
    _require_own(access, plan, read.stamp)
    if read.stamp.plan_revision != plan.revision:
        return PlanMoved(read.stamp.plan_revision, plan.revision)
    own = {summary.application_id: (summary, review) for summary, review in _own(access, plan)}
    _require_known(plan, read, own)
    lines = tuple(
        _line(access, plan, row, summary=summary, stored=stored)
        for row in read.rows
        for summary, stored in (own[ApplicationId(row.application_id)],)
    )
    return WorkbookPreview(plan, lines, _fingerprint(content, lines))


def save_workbook(
    access: Access, plan_id: PlanId, content: bytes, *, fingerprint: str, leaves_out_stale: bool
) -> BatchSaved | WorkbookPreview | PlanMoved:
    """Save what was shown under ``fingerprint``: all of it, or nothing and the preview as it is now.

    A preview comes back when something was saved elsewhere since it was shown, when a row cannot be saved, or when
    stale rows are neither left out nor resolved.
    """
    preview = preview_workbook(access, plan_id, content)
    if isinstance(preview, PlanMoved):
        return preview
    stale = preview.count(RowState.STALE)
    if preview.fingerprint != fingerprint or preview.faulty or (stale and not leaves_out_stale):
        return preview
    changed = [line for line in preview.lines if line.state is RowState.CHANGED]
    if changed:
        _require_rights(access, preview.plan, changed)
        batch = [_save_of(line, content) for line in changed]
        try:
            outcome = access.workbench.store.save_reviews(batch)
        except PlanLocked as locked:
            return PlanMoved(preview.plan.revision, locked.revision)
        if not isinstance(outcome, Saved):
            return preview_workbook(access, plan_id, content)
    _record_return(access, content, saved=len(changed), left_out=stale)
    return BatchSaved(len(changed), stale)


@cache
def words_of(language: str) -> WorkbookWords:
    """The words of the workbook in one language."""
    told = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))[language]
    return WorkbookWords(**{**told, "help_lines": tuple(told["help_lines"])})


def _require_plan(access: Access, plan_id: PlanId) -> ReviewPlan:
    stored = access.workbench.store.find_locked(plan_id)
    if stored is None:
        raise NotFound("plan", plan_id)
    access.require(Action.VIEW_PLAN, programme_code=stored.plan.programme_code)
    return stored.plan


def _own(access: Access, plan: ReviewPlan) -> list[tuple[ApplicationSummary, Review]]:
    """The applications the person may score, by number, each with the own review as it counts."""
    reviewer_id = access.person.person_id
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    reviews = {
        each.application_id: each
        for each in load_carried_reviews(access.workbench.store, plan, reviewer_id=reviewer_id)
    }
    return [
        (each, reviews.get(each.application_id) or _nothing(plan, each.application_id, access))
        for each in facts.applications_of(snapshot, plan.programme_code)
        if access.allows(Action.SCORE, programme_code=plan.programme_code, application_id=each.application_id)
    ]


def _nothing(plan: ReviewPlan, application_id: ApplicationId, access: Access) -> Review:
    return Review(plan.plan_id, plan.revision, application_id, access.person.person_id)


def _row(summary: ApplicationSummary, review: Review) -> WorkbookRow:
    return WorkbookRow(
        application_id=summary.application_id,
        seen_revision=review.revision,
        application_number=summary.application_number,
        name=summary.name,
        school=summary.school_name,
        scores=review.scores,
        comments=review.comments,
        comment=review.comment,
        abstained=review.abstained,
        abstain_reason=review.abstain_reason,
        flagged=review.flagged,
    )


def _require_own(access: Access, plan: ReviewPlan, stamp: WorkbookStamp) -> None:
    problems = []
    if stamp.plan_id != plan.plan_id:
        problems.append(FileProblem("", "other_plan", stamp.plan_id))
    if stamp.reviewer_id != access.person.person_id:
        problems.append(FileProblem("", "other_reviewer"))
    if problems:
        raise BadFile(FILE, problems)


def _require_known(plan: ReviewPlan, read: ReadWorkbook, own: Mapping[ApplicationId, object]) -> None:
    """Every row is one the person may score, and has every column of the plan."""
    dimensions = {each.dimension_id for each in plan.dimensions}
    problems = [
        FileProblem(f"{row.line}", "not_yours")
        for row in read.rows
        if ApplicationId(row.application_id) not in own
    ]
    if read.rows and (missing := dimensions - set(read.rows[0].scores)):
        names = [each.name for each in plan.dimensions if each.dimension_id in missing]
        problems.append(FileProblem("", "columns_missing", "、".join(names)))
    if problems:
        raise BadFile(FILE, problems)


def _line(
    access: Access, plan: ReviewPlan, row: ReadRow, *, summary: ApplicationSummary, stored: Review
) -> WorkbookLine:
    problems = problems_of(plan, _entry(plan, row))
    offered = _offered(plan, row, stored)
    seen = stored if stored.revision == row.seen_revision else _seen(access, plan, stored, row.seen_revision)
    state = _state(row, stored, seen=seen, offered=offered)
    kept = problems if state in (RowState.CHANGED, RowState.STALE) else ()
    return WorkbookLine(row.line, summary, state, stored, offered, kept)


def _entry(plan: ReviewPlan, row: ReadRow) -> ReviewEntry:
    """The row as a form, so that the same problems are found."""
    return ReviewEntry(
        plan_id=plan.plan_id,
        plan_revision=plan.revision,
        application_id=ApplicationId(row.application_id),
        seen_revision=row.seen_revision,
        event_id=str(uuid4()),
        scores=row.scores,
        comments=row.comments,
        comment=row.comment,
        abstained=row.abstained,
        abstain_reason=row.abstain_reason,
    )


def _offered(plan: ReviewPlan, row: ReadRow, stored: Review) -> Review:
    values = {key: number_of(text) for key, text in row.scores.items()}
    return replace(
        stored,
        plan_revision=plan.revision,
        scores={key: value for key, value in values.items() if value is not None},
        comments={key: text for key, text in row.comments.items() if text.strip()},
        comment=row.comment,
        abstained=row.abstained,
        abstain_reason=row.abstain_reason if row.abstained else "",
        flagged=row.flagged,
        saved_at=None,
        old_scale=frozenset(),
    )


def _seen(access: Access, plan: ReviewPlan, stored: Review, revision: int) -> Review | None:
    """The version the workbook was made from, as it counts; None for one that never was."""
    if revision == 0:
        return _nothing(plan, stored.application_id, access)
    store = access.workbench.store
    versions = store.load_review_history(plan.plan_id, stored.application_id, access.person.person_id)
    history = [each.plan for each in store.load_plan_history(plan.plan_id)]
    found = [each for each in versions if each.revision == revision]
    return next(iter(carried_from_history(found, history=history, plan=plan)), None)


def _state(row: ReadRow, stored: Review, *, seen: Review | None, offered: Review) -> RowState:
    # What cannot be read as a score was typed all the same.
    is_typed = any(text.strip() and number_of(text) is None for text in row.scores.values())
    if not is_typed and seen is not None and _says(seen) == _says(offered):
        return RowState.UNTOUCHED
    if not is_typed and _says(stored) == _says(offered):
        return RowState.SAME
    return RowState.CHANGED if stored.revision == row.seen_revision else RowState.STALE


def _says(review: Review) -> tuple[object, ...]:
    """What a reviewer said, without when and under which revision."""
    comments = {key: text for key, text in review.comments.items() if text.strip()}
    reason = review.abstain_reason if review.abstained else ""
    return (dict(review.scores), comments, review.comment, review.abstained, reason, review.flagged)


def _fingerprint(content: bytes, lines: Sequence[WorkbookLine]) -> str:
    facts_of = [
        f"{each.line}:{each.summary.application_id}:{each.state}:{each.stored.revision}" for each in lines
    ]
    return sha256(sha256(content).digest() + "\n".join(facts_of).encode()).hexdigest()


def _require_rights(access: Access, plan: ReviewPlan, changed: Sequence[WorkbookLine]) -> None:
    for line in changed:
        access.require(
            Action.SCORE,
            programme_code=plan.programme_code,
            application_id=line.summary.application_id,
        )


def _save_of(line: WorkbookLine, content: bytes) -> ReviewSave:
    """The same workbook saved twice over the same version is one save."""
    name = f"{sha256(content).hexdigest()}/{line.summary.application_id}/{line.stored.revision}"
    return ReviewSave(line.offered, line.stored.revision, str(uuid5(NAMESPACE_OID, name)))


def _record(
    access: Access, stamp: WorkbookStamp, *, seen_revision: int, content: Mapping[str, object]
) -> None:
    event = RoundEvent(
        event_id=uuid4().hex,
        plan_id=PlanId(stamp.plan_id),
        kind=RoundEventKind.SCORE_WORKBOOK,
        subject=stamp.key,
        revision=0,
        content=content,
        person_id=access.person.person_id,
    )
    access.workbench.store.save_round_event(event, seen_revision=seen_revision)


def _record_return(access: Access, content: bytes, *, saved: int, left_out: int) -> None:
    stamp = read_score_workbook(content, file=FILE).stamp
    store = access.workbench.store
    before = store.load_round_events(PlanId(stamp.plan_id), RoundEventKind.SCORE_WORKBOOK, subject=stamp.key)
    came_back = {"returned": sha256(content).hexdigest(), "saved": saved, "left_out": left_out}
    _record(access, stamp, seen_revision=len(before), content=came_back)


def _ascii(text: str) -> str:
    return "".join(each if each.isascii() and each.isalnum() else "-" for each in text)
