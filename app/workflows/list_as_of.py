"""The ranked list of a plan as of a moment: the one function behind the screen, every export and every verification."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.plan import PlanId
from app.domain.ranked_row import RankedList
from app.errors import NotFound
from app.reviews.store_as_of import StoreAsOf, settled_moment
from app.workbench import Workbench
from app.workflows.total_ranking import RankingView, ranking_view


@dataclass(frozen=True)
class DerivedList:
    """A list with all that it was made of. ``known_from`` is since when assignments are on record, where the moment
    is an earlier one."""

    view: RankingView
    moment: datetime
    plan_digest: str
    components_digest: str
    known_from: datetime | None


def derive_list(workbench: Workbench, plan_id: PlanId, as_of: datetime | None = None) -> DerivedList:
    """The whole list; ``as_of`` None is now, once every save begun before has ended.

    Raises NotFound: no such plan, or none that was locked by then.
    """
    moment = settled_moment(workbench.store, plan_id) if as_of is None else as_of
    past = StoreAsOf(workbench.store, moment)
    locked = past.find_locked(plan_id)
    if locked is None:
        raise NotFound("locked plan", plan_id)
    view = ranking_view(replace(workbench, store=past), locked)
    return DerivedList(
        view=view,
        moment=moment,
        plan_digest=past.load_plan_digest(plan_id, locked.plan.revision),
        components_digest=digest_beside(view.ranked),
        known_from=past.load_past_assignments(plan_id).known_from,
    )


def digest_beside(ranked: RankedList) -> str:
    """SHA-256 over what counts beside reviews: other scores, and whose third reading decided."""
    facts = sorted(
        [row.application_id, [[key, _text(value)] for key, value in sorted(row.components.items())], third]
        for row in ranked.rows
        if (third := row.third_reviewer or "") or row.components
    )
    return hashlib.sha256(json.dumps(facts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def _text(value: object) -> str:
    return "" if value is None else str(value)
