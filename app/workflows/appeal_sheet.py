"""複查: one application, every event that made its score, and the total made again step by step."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import ascii_uppercase

from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.people import PersonId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.ranked_row import RankedRow
from app.domain.total_steps import TotalSteps, total_steps
from app.domain.visibility import Action
from app.errors import NotFound
from app.reviews.store_as_of import StoreAsOf
from app.workflows.access import Access
from app.workflows.adjusted_totals import adjusted_totals
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.list_as_of import DerivedList, derive_list
from app.workflows.recusal_reasons import readable_reasons
from app.workflows.round_facts import load_round_facts
from app.workflows.round_record import RecordedEvent, RecordKind, load_record

WORDS_FILE = Path(__file__).parent / "appeal_words.toml"


@dataclass(frozen=True)
class Neighbours:
    """Where the total lies, in numbers alone: the next higher and lower totals, who shares the rank, who is ranked."""

    above: Decimal | None
    below: Decimal | None
    equals: int
    ranked: int


@dataclass(frozen=True)
class AppealSheet:
    """All that explains one score. ``letters`` stand for reviewers in what leaves the house."""

    derived: DerivedList
    summary: ApplicationSummary
    row: RankedRow
    steps: TotalSteps
    neighbours: Neighbours
    record: tuple[RecordedEvent, ...]
    letters: Mapping[PersonId, str]

    @property
    def plan(self) -> ReviewPlan:
        """The plan of the moment."""
        return self.derived.view.plan


@cache
def appeal_words(language: str) -> Mapping[str, str]:
    """The words of one language."""
    words: dict[str, dict[str, str]] = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return words[language]


def find_application(access: Access, plan_id: PlanId, application_number: str) -> ApplicationId | None:
    """The application of a number of the plan; None when there is none, or none the person may ask about."""
    locked = access.workbench.store.find_locked(plan_id)
    if locked is None:
        return None
    code = locked.plan.programme_code
    access.require(Action.VIEW_RECORDS, programme_code=code)
    derived = derive_list(access.workbench, plan_id)
    wanted = application_number.strip()
    found = next(
        (key for key, each in derived.view.summaries.items() if each.application_number == wanted), None
    )
    if found is None or not access.allows(Action.VIEW_APPEAL, programme_code=code, application_id=found):
        return None
    return found


def open_appeal_sheet(
    access: Access, plan_id: PlanId, application_id: ApplicationId, *, as_of: datetime | None = None
) -> AppealSheet:
    """The sheet as of a moment, None is now; every opening is logged. Raises NotFound."""
    workbench = access.workbench
    locked = workbench.store.find_locked(plan_id)
    if locked is None:
        raise NotFound("locked plan", plan_id)
    code = locked.plan.programme_code
    access.require(Action.VIEW_APPEAL, programme_code=code, application_id=application_id)
    derived = derive_list(workbench, plan_id, as_of)
    row = next((each for each in derived.view.ranked.rows if each.application_id == application_id), None)
    if row is None:
        raise NotFound("application", application_id)
    past = StoreAsOf(workbench.store, derived.moment)
    record = load_record(past, plan_id, application_id=application_id)
    workbench.store.log(
        person_id=access.person.person_id,
        action="appeal_sheet_opened",
        object_key=f"plan/{plan_id}",
        detail=f"application {application_id}",
    )
    return AppealSheet(
        derived=derived,
        summary=derived.view.summaries[application_id],
        row=row,
        steps=_steps(past, derived, row),
        neighbours=_neighbours(derived.view.ranked.rows, row),
        record=tuple(
            each for each in readable_reasons(access, code, record) if each.kind is not RecordKind.SIGNED_LIST
        ),
        letters=_letters(record),
    )


def _steps(past: StoreAsOf, derived: DerivedList, row: RankedRow) -> TotalSteps:
    plan, key = derived.view.plan, row.application_id
    entered = derived.view.summaries.keys()
    reviews = [each for each in load_carried_reviews(past, plan) if each.application_id in entered]
    facts = replace(
        load_round_facts(past, plan),
        third_reviewers={} if row.third_reviewer is None else {key: row.third_reviewer},
    )
    if row.review_total is not None and (adjusted := adjusted_totals(plan, reviews, facts)) is not None:
        facts = replace(facts, adjusted_totals=adjusted.totals)
    return total_steps(plan, [each for each in reviews if each.application_id == key], facts)


def _neighbours(rows: Sequence[RankedRow], row: RankedRow) -> Neighbours:
    ranked = [each for each in rows if each.rank is not None and each.list_name is row.list_name]
    totals = [each.total for each in ranked if each.total is not None]
    own = row.total
    return Neighbours(
        above=min((total for total in totals if own is not None and total > own), default=None),
        below=max((total for total in totals if own is not None and total < own), default=None),
        equals=sum(each.rank == row.rank for each in ranked) if row.rank is not None else 0,
        ranked=len(ranked),
    )


def _letters(record: Sequence[RecordedEvent]) -> dict[PersonId, str]:
    """A, B, C … in the order in which the reviewers come up; a letter says nothing outside this sheet."""
    reviewers = dict.fromkeys(each.reviewer_id for each in record if each.reviewer_id is not None)
    return {key: _letter(place) for place, key in enumerate(reviewers)}


def _letter(place: int) -> str:
    rest, last = divmod(place, len(ascii_uppercase))
    return (_letter(rest - 1) if rest else "") + ascii_uppercase[last]
