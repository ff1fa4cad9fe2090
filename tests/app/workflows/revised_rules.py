"""The locked plan of the demo round, revised to other rules."""

from __future__ import annotations

from dataclasses import replace

from app.domain.plan import RankingRules, ReviewPlan, rebase
from app.reviews.store import Saved
from app.workbench import Workbench
from tests.app.workflows.people import person_named, programme_of

LOCKED = "999101"


def locked_with(workbench: Workbench, **changed: object) -> ReviewPlan:
    """The plan of the round, revised so that it has these rules, and locked again."""
    store, chair = workbench.store, person_named(workbench, "chair")
    plan_id = store.find_plan_of_programme(programme_of(workbench, LOCKED).programme_code)
    assert plan_id is not None
    stored = store.find_locked(plan_id)
    assert stored is not None
    rules: RankingRules = replace(stored.plan.rules, **changed)  # type: ignore[arg-type]
    draft = replace(rebase(stored.plan), rules=rules)
    saved = store.save_draft(draft, seen_revision=0, person_id=chair.person_id)
    assert isinstance(saved, Saved)
    locked = store.lock_draft(plan_id, seen_revision=saved.value.row_revision, person_id=chair.person_id)
    assert isinstance(locked, Saved)
    return locked.value.plan
