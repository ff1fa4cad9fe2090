"""名次有多確定: the lists of a plan made again with other reviews and weights, and whose reading to repeat first.

Nothing here changes a list. What is drawn goes through the plan's own rules, so a draw of nothing is the list itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.identity_list import IdentityList
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import RankingEntry
from app.domain.visibility import Action
from app.evidence.questions import load_applications
from app.psychometrics.judged_round import JudgedRound
from app.psychometrics.rank_uncertainty import RankUncertainty, ResampledUnit, Resampling, rank_uncertainty
from app.workflows.access import Access
from app.workflows.round_ranking import rank_round

RESAMPLES = 1000
EVERYONE = "everyone"
"""The id of the list that is assumed where the plan has no places."""


@dataclass(frozen=True)
class AskedCertainty:
    """``places`` are asked about where no list of the plan has a quota; weights may be off by ``weight_bound``
    percentage points."""

    places: int
    unit: ResampledUnit = ResampledUnit.REVIEWERS
    weight_bound: Decimal = Decimal(0)


@dataclass(frozen=True)
class CertaintyView:
    """Rank intervals and chances by list. ``plan`` has the lists that were drawn: its own, or the assumed one."""

    plan: ReviewPlan
    uncertainty: RankUncertainty
    summaries: Mapping[ApplicationId, ApplicationSummary]
    asked: AskedCertainty

    @property
    def is_assumed(self) -> bool:
        """Whether the places are those that were asked for."""
        return self.plan.rules.identity_lists[0].list_id == EVERYONE


def has_places(plan: ReviewPlan) -> bool:
    """Whether any list of the plan has a quota."""
    return any(each.quota is not None for each in plan.rules.identity_lists)


def rank_certainty(access: Access, programme: Programme, asked: AskedCertainty) -> CertaintyView | None:
    """The lists under the newest locked plan, drawn a thousand times; None while there is none."""
    access.require(Action.VIEW_RATERS, programme_code=programme.programme_code)
    store = access.workbench.store
    plan_id = store.find_plan_of_programme(programme.programme_code)
    locked = store.find_locked(plan_id) if plan_id else None
    if locked is None:
        return None
    plan = _with_places(locked.plan, asked)
    found = load_applications(access.workbench.snapshot(plan.snapshot_id), plan.programme_code)
    entries = [
        RankingEntry(each.application_id, each.submission_mode, each.applicant_status) for each in found
    ]
    round_ = rank_round(store, plan, entries)
    return CertaintyView(
        plan=plan,
        uncertainty=rank_uncertainty(
            JudgedRound(plan, round_.ranked, round_.reviews, round_.facts),
            Resampling(unit=asked.unit, weight_bound=asked.weight_bound, resamples=RESAMPLES),
        ),
        summaries={each.application_id: each for each in found},
        asked=asked,
    )


def _with_places(plan: ReviewPlan, asked: AskedCertainty) -> ReviewPlan:
    if has_places(plan):
        return plan
    assumed = IdentityList(EVERYONE, "", quota=asked.places)
    return replace(plan, rules=replace(plan.rules, identity_lists=(assumed,)))
