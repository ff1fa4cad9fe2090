"""招生辦公室: the round at a glance, the items each programme may consider, the data's problems, the log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.assignment import Assignment
from app.domain.cohort import LedgerTotal, ProblemCount
from app.domain.evidence import (
    ApplicationId,
    DataProblem,
    Programme,
    ProgrammeCode,
    ReviewItem,
    SubmissionMode,
)
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.review_progress import ReviewProgress, review_progress
from app.domain.scores import Review, ReviewState, review_state
from app.domain.visibility import Action
from app.evidence.questions import (
    load_mode_counts,
    load_problem_counts,
    load_problems,
    load_programmes,
    load_review_items,
    load_source_ledger,
)
from app.evidence.snapshot import EvidenceSnapshot
from app.reviews.store import ItemChoice, Saved, Stale, StoredPlan
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.allowed_items import effective_choice, load_channel_items
from app.workflows.carried_reviews import load_carried_reviews

PROBLEM_LIMIT = 500
Pair = tuple[ApplicationId, PersonId]
_DONE = (ReviewState.SCORED, ReviewState.ABSTAINED)


@dataclass(frozen=True)
class ProgrammeProgress:
    """One programme of the round; ``reviews`` is None while no plan is locked.

    ``pairs`` are reviewer × application pairs without recusals: assigned, or no longer assigned but done. A
    review made with the right to judge still counts after the assignment was taken away, here as in the list.
    """

    programme: Programme
    applications: int
    modes: Mapping[SubmissionMode, int]
    plan_revision: int | None
    has_draft: bool
    reviewers: int
    pairs: int
    reviews: ReviewProgress | None
    scored: int
    abstained: int
    partial: int
    items_published: bool


@dataclass(frozen=True)
class ItemLine:
    """One review item of a programme: whether it may be considered, and whether it was chosen."""

    item: ReviewItem
    is_allowed: bool
    is_chosen: bool


@dataclass(frozen=True)
class ItemChoiceView:
    """The items of one programme this year; ``row_revision`` 0 means nothing was ever decided."""

    programme: Programme
    lines: tuple[ItemLine, ...]
    published: bool
    row_revision: int


@dataclass(frozen=True)
class ItemChoiceRefused:
    """Items that cannot be saved as asked, by the reason."""

    unknown_items: frozenset[str] = frozenset()
    not_allowed_items: frozenset[str] = frozenset()
    closed_items: frozenset[str] = frozenset()
    """Items that are closed for the whole channel and year."""
    is_published: bool = False


@dataclass(frozen=True)
class DataState:
    """What the pipeline said of the exports behind the current snapshot."""

    counts: tuple[ProblemCount, ...]
    problems: tuple[DataProblem, ...]
    ledger: tuple[LedgerTotal, ...]
    snapshot_id: str


def load_round(access: Access) -> tuple[ProgrammeProgress, ...]:
    """Every programme of the current snapshot with plan, modes and progress."""
    access.require(Action.VIEW_PROGRESS)
    snapshot = _snapshot(access)
    modes = _modes_by_programme(snapshot)
    return tuple(
        _progress(access, programme, modes.get(programme.programme_code, {}))
        for programme in load_programmes(snapshot)
    )


def load_item_choice(access: Access, programme: Programme) -> ItemChoiceView:
    """The items of the programme's channel and year; before the first decision those open for the channel are."""
    access.require(Action.VIEW_PROGRESS, programme_code=programme.programme_code)
    items = _items_of(access, programme)
    choice = effective_choice(access.workbench.store, programme, items)
    return ItemChoiceView(
        programme=programme,
        lines=tuple(
            ItemLine(item, item.item_code in choice.allowed_items, item.item_code in choice.chosen_items)
            for item in items
        ),
        published=choice.published,
        row_revision=choice.row_revision,
    )


def save_item_choice(
    access: Access,
    programme: Programme,
    *,
    allowed: Collection[str],
    chosen: Collection[str],
    seen_revision: int,
) -> Saved[ItemChoice] | Stale[ItemChoice] | ItemChoiceRefused:
    """Save what may be considered and what is chosen; refused while published."""
    access.require(Action.EDIT_ITEM_CHOICE, programme_code=programme.programme_code)
    view = load_item_choice(access, programme)
    known = {line.item.item_code for line in view.lines}
    channel = load_channel_items(access, programme).allowed
    refused = ItemChoiceRefused(
        unknown_items=frozenset({*allowed, *chosen} - known),
        not_allowed_items=frozenset(set(chosen) - set(allowed)),
        closed_items=frozenset(set(allowed) & known - channel),
        is_published=view.published,
    )
    if refused != ItemChoiceRefused():
        return refused
    choice = ItemChoice(programme.programme_code, frozenset(allowed), frozenset(chosen), False, seen_revision)
    return _save(access, choice, "edited")


def load_data_state(access: Access, programme_code: ProgrammeCode | None = None) -> DataState:
    """Problems by rule, examples with their place, and the ledger of the current snapshot."""
    access.require(Action.VIEW_DATA_PROBLEMS, programme_code=programme_code)
    snapshot = _snapshot(access)
    return DataState(
        counts=load_problem_counts(snapshot, programme_code),
        problems=load_problems(snapshot, programme_code=programme_code, limit=PROBLEM_LIMIT),
        ledger=load_source_ledger(snapshot),
        snapshot_id=snapshot.snapshot_id,
    )


def _snapshot(access: Access) -> EvidenceSnapshot:
    return access.workbench.snapshot(access.workbench.current_snapshot_id())


def _modes_by_programme(
    snapshot: EvidenceSnapshot,
) -> Mapping[ProgrammeCode, Mapping[SubmissionMode, int]]:
    modes: dict[ProgrammeCode, dict[SubmissionMode, int]] = {}
    for count in load_mode_counts(snapshot):
        modes.setdefault(count.programme_code, {})[count.submission_mode] = count.applications
    return modes


def _progress(access: Access, programme: Programme, modes: Mapping[SubmissionMode, int]) -> ProgrammeProgress:
    store = access.workbench.store
    plan_id = store.find_plan_of_programme(programme.programme_code)
    locked = store.find_locked(plan_id) if plan_id else None
    assigned = store.load_assignments(plan_id) if plan_id else ()
    assignments = [each for each in assigned if not each.recused]
    states = _states(locked, assigned, load_carried_reviews(store, locked.plan) if locked else ())
    counts = Counter(states.values())
    choice = store.find_item_choice(programme.programme_code)
    return ProgrammeProgress(
        programme=programme,
        applications=sum(modes.values()),
        modes=modes,
        plan_revision=locked.plan.revision if locked else None,
        has_draft=plan_id is not None and store.find_draft(plan_id) is not None,
        reviewers=len({each.reviewer_id for each in assignments}),
        pairs=len(_pairs(assignments) | set(states)),
        reviews=_required(access, locked.plan, states) if locked else None,
        scored=counts[ReviewState.SCORED],
        abstained=counts[ReviewState.ABSTAINED],
        partial=counts[ReviewState.PARTIAL],
        items_published=choice is not None and choice.published,
    )


def _required(access: Access, plan: ReviewPlan, states: Mapping[Pair, ReviewState]) -> ReviewProgress:
    """Of the applications of the plan's own snapshot, as in its ranked list."""
    applications = facts.applications_of(access.workbench.snapshot(plan.snapshot_id), plan.programme_code)
    scored = Counter(pair[0] for pair, state in states.items() if state is ReviewState.SCORED)
    counts = (scored[each.application_id] for each in applications)
    return review_progress(plan.rules.required_reviews, counts)


def _states(
    locked: StoredPlan | None, assignments: Sequence[Assignment], reviews: Sequence[Review]
) -> Mapping[Pair, ReviewState]:
    """The reviews that count, by pair: of nobody recused, and of a pair no longer assigned only when done.

    What an unassigned reviewer left unfinished can never be finished: it would keep progress below 100 %.
    """
    if locked is None:
        return {}
    recused = _pairs(each for each in assignments if each.recused)
    assigned = _pairs(assignments)
    states = {(each.application_id, each.reviewer_id): review_state(locked.plan, each) for each in reviews}
    return {
        pair: state
        for pair, state in states.items()
        if pair not in recused and (pair in assigned or state in _DONE)
    }


def _pairs(assignments: Iterable[Assignment]) -> set[Pair]:
    return {(each.application_id, each.reviewer_id) for each in assignments}


def _items_of(access: Access, programme: Programme) -> tuple[ReviewItem, ...]:
    return load_review_items(
        _snapshot(access), programme.admission_channel, admission_year=programme.admission_year
    )


def _save(access: Access, choice: ItemChoice, reason: str) -> Saved[ItemChoice] | Stale[ItemChoice]:
    return access.workbench.store.save_item_choice(
        choice, seen_revision=choice.row_revision, person_id=access.person.person_id, reason=reason
    )
