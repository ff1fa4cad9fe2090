"""評分者: how far reviewers agree, how strict they are, and how many readers it takes; never a judgement of a person.

What one reviewer does (levels used, straight-lining, drift) is shown to that reviewer first: the chair sees it once
the reviewer has looked at it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from app.domain.assignment import judging_pairs, recused_pairs
from app.domain.evidence import Programme
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind, newest_of_each
from app.domain.visibility import Action
from app.psychometrics.additive import AdditiveFit, fit_additive
from app.psychometrics.agreement import AgreementReport, agreement_report
from app.psychometrics.connection import LinkProposal, connected_groups, linking_proposals
from app.psychometrics.generalisability import (
    Decision,
    Study,
    decision_table,
    readers_needed,
    study_of_crossed,
    study_of_nested,
)
from app.psychometrics.rasch import RaschFit, fit_rasch
from app.psychometrics.rater_behaviour import RaterBehaviour, rater_behaviour
from app.psychometrics.rubric_bands import common_floors
from app.psychometrics.severity import ReviewerSummary, reviewer_summaries
from app.workflows.access import Access
from app.workflows.round_ratings import RoundRatings, load_round_ratings, names_of

TARGETS = (0.7, 0.8, 0.9)
"""Dependabilities that are asked for; 0.8 is the usual one for decisions about persons."""
LINKS_EACH = 3
"""Common applications proposed for each join: one alone links only as firmly as one pair of scores."""


@dataclass(frozen=True)
class AgreementView:
    """The whole report, with names."""

    plan: ReviewPlan
    report: AgreementReport
    names: Mapping[PersonId, str]


@dataclass(frozen=True)
class SeverityView:
    """Three views of the same: plain figures, least squares, Rasch; and what would link those who are not linked."""

    plan: ReviewPlan
    names: Mapping[PersonId, str]
    summaries: Mapping[PersonId, ReviewerSummary]
    additive: AdditiveFit
    rasch: RaschFit
    groups: tuple[tuple[str, ...], ...]
    proposals: tuple[tuple[LinkProposal, str, str], ...]


@dataclass(frozen=True)
class BehaviourView:
    """The habits that may be seen; ``not_yet`` names those who have not looked at their own."""

    plan: ReviewPlan
    names: Mapping[PersonId, str]
    pages: tuple[RaterBehaviour, ...]
    not_yet: tuple[str, ...]


@dataclass(frozen=True)
class ReadersView:
    """What a number of readers is worth; None where nobody was read twice."""

    plan: ReviewPlan
    study: Study | None
    decisions: tuple[Decision, ...]
    needed: tuple[tuple[float, int | None], ...]


def load_ratings(access: Access, programme: Programme) -> RoundRatings | None:
    """The ratings of a programme for who may see numbers about reviewers; None while no plan is locked."""
    access.require(Action.VIEW_RATERS, programme_code=programme.programme_code)
    return _load(access, programme)


def agreement_view(access: Access, ratings: RoundRatings) -> AgreementView:
    """Coefficients of the total, each dimension, each pair, and each way of submitting."""
    _require(access, ratings)
    groups = {key: each.submission_mode for key, each in ratings.applications.items()}
    report = agreement_report(ratings.totals, ratings.dimensions, groups=groups)
    return AgreementView(ratings.plan, report, names_of(access.workbench, ratings.reviewer_ids))


def severity_view(access: Access, ratings: RoundRatings) -> SeverityView:
    """How strict each reviewer is, and whether that can be compared at all."""
    _require(access, ratings)
    names = names_of(access.workbench, ratings.reviewer_ids)
    pairs = [(rating.application_id, rating.reviewer_id) for rating in ratings.totals]
    groups = connected_groups(pairs)
    return SeverityView(
        plan=ratings.plan,
        names=names,
        summaries={each.reviewer_id: each for each in reviewer_summaries(ratings.totals)},
        additive=fit_additive(ratings.totals),
        rasch=fit_rasch(ratings.percents, common_floors(ratings.plan.dimensions, ratings.plan.scale)),
        groups=tuple(tuple(names[each] for each in sorted(group)) for group in groups),
        proposals=_proposals(access, ratings, names) if len(groups) > 1 else (),
    )


def behaviour_view(access: Access, ratings: RoundRatings) -> BehaviourView:
    """The habits of those who have looked at them already."""
    _require(access, ratings)
    names = names_of(access.workbench, ratings.reviewer_ids)
    seen = _seen_by(access, ratings.plan)
    shown = [each for each in ratings.reviewer_ids if each in seen]
    pages = [page for page in _pages(ratings) if page.reviewer_id in shown]
    waiting = tuple(names[each] for each in ratings.reviewer_ids if each not in shown)
    return BehaviourView(ratings.plan, names, tuple(pages), waiting)


def own_behaviour(access: Access, programme: Programme) -> BehaviourView | None:
    """The habits of the person who asks; None while no plan is locked or nothing is finished."""
    access.require(Action.VIEW_OWN_FIGURES, programme_code=programme.programme_code)
    ratings = _load(access, programme)
    own = access.person.person_id
    if ratings is None or own not in ratings.reviewer_ids:
        return None
    pages = tuple(page for page in _pages(ratings) if page.reviewer_id == own)
    return BehaviourView(ratings.plan, {own: access.person.display_name}, pages, ())


def note_own_seen(access: Access, plan: ReviewPlan) -> None:
    """From now on the chair may see the person's habits: the person has looked at them. Said once."""
    access.require(Action.VIEW_OWN_FIGURES, programme_code=plan.programme_code)
    own = access.person.person_id
    if own in _seen_by(access, plan):
        return
    event = RoundEvent(uuid4().hex, plan.plan_id, RoundEventKind.RATER_SEEN, own, 0, {}, own)
    access.workbench.store.save_round_event(event, seen_revision=0)


def readers_view(access: Access, ratings: RoundRatings) -> ReadersView:
    """Crossed where the data can tell reviewers from applications, otherwise as if each had readers of its own."""
    _require(access, ratings)
    study = study_of_crossed(ratings.totals) or study_of_nested(ratings.totals)
    if study is None:
        return ReadersView(ratings.plan, None, (), ())
    needed = tuple((target, readers_needed(study, target)) for target in TARGETS)
    return ReadersView(ratings.plan, study, decision_table(study), needed)


def _require(access: Access, ratings: RoundRatings) -> None:
    access.require(Action.VIEW_RATERS, programme_code=ratings.plan.programme_code)


def _load(access: Access, programme: Programme) -> RoundRatings | None:
    store = access.workbench.store
    plan_id = store.find_plan_of_programme(programme.programme_code)
    locked = store.find_locked(plan_id) if plan_id else None
    return load_round_ratings(access.workbench, locked.plan) if locked else None


def _pages(ratings: RoundRatings) -> Sequence[RaterBehaviour]:
    plan = ratings.plan
    return rater_behaviour(ratings.reviews, ratings.totals, plan.dimensions, scale=plan.scale)


def _seen_by(access: Access, plan: ReviewPlan) -> set[str]:
    events = access.workbench.store.load_round_events(plan.plan_id, RoundEventKind.RATER_SEEN)
    return set(newest_of_each(events))


def _proposals(
    access: Access, ratings: RoundRatings, names: Mapping[PersonId, str]
) -> tuple[tuple[LinkProposal, str, str], ...]:
    """The fewest added reviews that would link everyone once what is assigned is done: number and name of each."""
    assignments = access.workbench.store.load_assignments(ratings.plan.plan_id)
    finished = {(rating.application_id, rating.reviewer_id) for rating in ratings.totals}
    known = finished | {pair for pair in judging_pairs(assignments) if pair[0] in ratings.applications}
    read = sorted({application_id for application_id, _ in known})
    candidates = [(key, reviewer) for key in read for reviewer in ratings.reviewer_ids]
    found = linking_proposals(known, candidates, recused=recused_pairs(assignments), links=LINKS_EACH)
    return tuple(
        (each, ratings.applications[each.application_id].application_number, names[each.reviewer_id])
        for each in found
    )
