"""Step 4, 總分排序: the ranked list of a programme, who scored what behind each row, and how reviewers score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.domain.admission import ListCounts, list_counts
from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.people import PersonId, Role
from app.domain.plan import PdfPlacement, ReviewPlan
from app.domain.ranked_row import RankedList, RankingEntry
from app.domain.ranking import filter_identity, filter_list
from app.domain.review_progress import ReviewProgress, review_progress
from app.domain.scores import Review, ReviewState, review_state, reviewer_total
from app.domain.total_component import ComponentId
from app.domain.visibility import Action
from app.evidence.questions import load_applications
from app.psychometrics.score_adjustment import AdjustmentWarning
from app.reviews.store import StoredPlan
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.ranking_rules import rule_sentences, warning_sentences
from app.workflows.round_ranking import rank_round

EVERY_STATUS = ""
"""No filter by applicant status."""


@dataclass(frozen=True)
class Progress:
    """How far the round is: reviews by the plan's rule, abstained; applications with a total."""

    reviews: ReviewProgress
    abstained: int
    applications: int
    with_total: int


@dataclass(frozen=True)
class ShownList:
    """Which part of a list is shown: one identity list of the plan, or one applicant status, or everything.

    ``pdf_placement`` None follows the plan; another placement changes the view only, and no outcome.
    """

    status: str = EVERY_STATUS
    list_id: str = ""
    pdf_placement: PdfPlacement | None = None


WHOLE_LIST = ShownList()


@dataclass(frozen=True)
class RankingView:
    """A ranked list with everything a row needs to be read. ``counts`` are of the plan's lists, in its order;
    ``warnings`` are what the plan's method could not do as it should; ``not_imported`` says how many applications
    lack the value of each component that lacks any."""

    plan: ReviewPlan
    ranked: RankedList
    summaries: Mapping[ApplicationId, ApplicationSummary]
    statuses: tuple[str, ...]
    progress: Progress
    locked: StoredPlan
    counts: tuple[ListCounts, ...] = ()
    warnings: tuple[AdjustmentWarning, ...] = ()
    not_imported: Mapping[ComponentId, int] = field(default_factory=dict)


@dataclass(frozen=True)
class ListFile:
    """A ranked list as a file; the name is plain ASCII."""

    name: str
    content: bytes


@dataclass(frozen=True)
class ReviewLine:
    """What one reviewer entered for one application, in the order of assignment."""

    reviewer_id: PersonId
    reviewer_name: str
    review: Review | None
    state: ReviewState
    total: Decimal | None
    recused: bool


def open_ranking(
    access: Access,
    programme: Programme,
    shown: ShownList = WHOLE_LIST,
) -> RankingView | None:
    """The list under the newest locked plan, or a part of it; None while there is none.

    A reviewer, where the phase shows the list to reviewers, reads it without names of those not to be opened.
    """
    access.require(Action.VIEW_RANKING, programme_code=programme.programme_code)
    store = access.workbench.store
    plan_id = store.find_plan_of_programme(programme.programme_code)
    locked = store.find_locked(plan_id) if plan_id else None
    if locked is None:
        return None
    view = _view(access.workbench, locked, shown)
    return replace(view, summaries=_as_seen(access, view.summaries)) if _is_reviewer(access) else view


def load_row_reviews(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> Sequence[ReviewLine]:
    """Every assigned or scoring reviewer of one application, with what was entered."""
    access.require(
        Action.VIEW_OTHER_REVIEWS, programme_code=plan.programme_code, application_id=application_id
    )
    store = access.workbench.store
    reviews = {
        each.reviewer_id: each for each in load_carried_reviews(store, plan, application_id=application_id)
    }
    assigned = [
        each for each in store.load_assignments(plan.plan_id) if each.application_id == application_id
    ]
    recused = {each.reviewer_id for each in assigned if each.recused}
    order = dict.fromkeys([*(each.reviewer_id for each in assigned), *reviews])
    return [_review_line(access, plan, key, reviews.get(key), recused=key in recused) for key in order]


def _is_reviewer(access: Access) -> bool:
    return access.person.role is Role.REVIEWER


def _as_seen(
    access: Access, summaries: Mapping[ApplicationId, ApplicationSummary]
) -> Mapping[ApplicationId, ApplicationSummary]:
    """Without name and school of those a reviewer may not open."""
    code = next(iter(summaries.values())).programme_code if summaries else None
    visible = access.visible_applications(code) if code else None
    return {
        key: each if visible is None or key in visible else replace(each, name="", school_name="")
        for key, each in summaries.items()
    }


def list_rules(view: RankingView, *, language: str) -> tuple[str, ...]:
    """The rules of the list in sentences, and what a reader of its totals must know."""
    rules = rule_sentences(view.plan, view.ranked, view.progress.reviews, language=language)
    return (*rules, *warning_sentences(view.warnings, language=language))


def ranking_view(workbench: Workbench, locked: StoredPlan) -> RankingView:
    """The whole list of a locked plan, by its own placement of PDF uploads; asks no right."""
    return _view(workbench, locked, WHOLE_LIST)


def _view(workbench: Workbench, locked: StoredPlan, shown: ShownList) -> RankingView:
    plan = locked.plan
    if shown.pdf_placement is not None:
        plan = replace(plan, rules=replace(plan.rules, pdf_placement=shown.pdf_placement))
    found = load_applications(workbench.snapshot(plan.snapshot_id), plan.programme_code)
    entries = [
        RankingEntry(each.application_id, each.submission_mode, each.applicant_status) for each in found
    ]
    round_ = rank_round(workbench.store, plan, entries)
    statuses = sorted({each.applicant_status for each in found if each.applicant_status})
    return RankingView(
        plan=plan,
        ranked=_part(round_.ranked, shown),
        summaries={each.application_id: each for each in found},
        statuses=tuple(statuses),
        progress=_progress(plan, round_.ranked),
        locked=locked,
        counts=tuple(list_counts(round_.ranked, each) for each in plan.rules.identity_lists),
        warnings=round_.warnings,
        not_imported=Counter(key for row in round_.ranked.rows for key in row.missing_components),
    )


def _part(ranked: RankedList, shown: ShownList) -> RankedList:
    if shown.list_id and any(each.list_id == shown.list_id for each in ranked.identity_lists):
        return filter_list(ranked, shown.list_id)
    return filter_identity(ranked, shown.status) if shown.status else ranked


def _progress(plan: ReviewPlan, ranked: RankedList) -> Progress:
    return Progress(
        reviews=review_progress(plan.rules.required_reviews, (row.counts.scored for row in ranked.rows)),
        abstained=sum(row.counts.abstained for row in ranked.rows),
        applications=len(ranked.rows),
        with_total=sum(row.total is not None for row in ranked.rows),
    )


def _review_line(
    access: Access, plan: ReviewPlan, reviewer_id: PersonId, review: Review | None, *, recused: bool
) -> ReviewLine:
    return ReviewLine(
        reviewer_id=reviewer_id,
        reviewer_name=_name(access.workbench, reviewer_id),
        review=review,
        state=review_state(plan, review),
        total=reviewer_total(plan, review),
        recused=recused,
    )


def _name(workbench: Workbench, person_id: PersonId) -> str:
    person = workbench.store.find_person(person_id)
    return person.display_name if person else str(person_id)
