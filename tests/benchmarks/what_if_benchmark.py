"""How long a change of weights takes to new ranks, beside opening the list, over 1,000 applicants × 3 reviewers × 4 dimensions.

Both are asked for in one run on one store: the list reads applications and reviews, a trial only what depends on the
change. Every trial has other weights, so nothing is answered from a memory of the last one.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from app.demo.accounts import CHAIR, make_demo_people
from app.domain.evidence import Programme, ProgrammeCode
from app.domain.people import PersonId
from app.domain.plan import PlanStatus, ReviewPlan
from app.domain.scores import Review
from app.evidence.questions import load_applications, load_programmes
from app.reviews.connection import open_database
from app.reviews.review_rows import insert_review
from app.reviews.store import Saved
from app.workbench import Workbench, open_workbench
from app.workflows.access import Access
from app.workflows.dimension_library import Insertion, insert_dimensions, load_library
from app.workflows.dimension_setup import EditNames
from app.workflows.plan_draft import blank_plan
from app.workflows.plan_sources import PlanSource
from app.workflows.sign_in import hash_password
from app.workflows.total_ranking import open_ranking
from app.workflows.what_if import Ground, load_ground, try_out
from pipelines.build import build_snapshot
from pipelines.synthesis import write_sample
from tests.sample_round import settings_of

SAMPLE = 2500
"""Two in five applications of the sample are in its first programme."""
PROGRAMME = ProgrammeCode("999101")
REVIEWERS = 3
AIM_MILLISECONDS = 100
WARM_UP, ROUNDS, SEED = 2, 15, 11
NAMES = EditNames("new", " (copy)", ("1", "2", "3", "4", "5"))


def main() -> None:
    """Measure and print; ends with 1 when the median of the trials is above the aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="a folder kept between runs")
    parser.add_argument("--applicants", type=int, default=SAMPLE, help="of the sample; 40 %% in the first")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        kept = options.folder or Path(name)
        if not (kept / "snapshots/current.json").is_file():
            write_sample(kept / "exports", applicants=options.applicants, seed=SEED)
            build_snapshot(kept / "exports", kept / "snapshots")
        run = Path(name) / "run"
        run.mkdir()
        workbench = open_workbench(settings_of(kept / "snapshots", run))
        with closing(workbench.store):
            raise SystemExit(_measure(workbench))


def _measure(workbench: Workbench) -> int:
    access, programme, plan = _make_round(workbench)
    locked = workbench.store.find_locked(plan.plan_id)
    assert locked is not None
    opened = _times(lambda: open_ranking(access, programme))
    grounds = _times(lambda: load_ground(access, PlanSource(locked, "", is_own=True)))
    ground = load_ground(access, PlanSource(locked, "", is_own=True))
    assert ground is not None
    drafts = _drafts(plan)
    trials = _times(lambda: try_out(ground, next(drafts)))
    print(
        f"{len(ground.entries)} applicants, {len(ground.reviews)} reviews, {len(plan.dimensions)} dimensions"
    )
    print(f"{_moved(ground, next(drafts))} of them move in one of the trials")
    for label, found in (("open_ranking", opened), ("load_ground, once", grounds), ("try_out", trials)):
        print(f"{label:<20} median {statistics.median(found):7.1f} ms   worst {max(found):7.1f} ms")
    return int(statistics.median(trials) > AIM_MILLISECONDS)


def _moved(ground: Ground, draft: ReviewPlan) -> int:
    return len(try_out(ground, draft).changes.moves)


def _times(ask: Callable[[], object]) -> list[float]:
    found = []
    for _ in range(WARM_UP + ROUNDS):
        begun = time.perf_counter()
        ask()
        found.append(1000 * (time.perf_counter() - begun))
    return found[WARM_UP:]


def _drafts(plan: ReviewPlan) -> Iterator[ReviewPlan]:
    """Drafts with weights that add up to 100, each other than the last, and a moved gap threshold."""
    chance = random.Random(SEED)
    while True:
        cuts = sorted(chance.sample(range(5, 100), len(plan.dimensions) - 1))
        weights = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
        pairs = zip(plan.dimensions, weights, strict=True)
        dimensions = tuple(replace(each, weight_percent=Decimal(weight)) for each, weight in pairs)
        rules = replace(plan.rules, range_gap=Decimal(chance.randint(10, 30)))
        yield replace(plan, status=PlanStatus.DRAFT, dimensions=dimensions, rules=rules)


def _make_round(workbench: Workbench) -> tuple[Access, Programme, ReviewPlan]:
    store = workbench.store
    for person in make_demo_people(frozenset({PROGRAMME})):
        store.save_person(person, hash_password("benchmark"))
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    programme = next(each for each in load_programmes(snapshot) if each.programme_code == PROGRAMME)
    chair = store.find_person(CHAIR)
    assert chair is not None
    blank = blank_plan(programme, snapshot.snapshot_id, title="benchmark")
    computing = load_library("zh")[0]
    draft = insert_dimensions(blank, Insertion(computing.dimensions, shares_out=True), NAMES, {})
    ties = tuple(each.dimension_id for each in draft.dimensions)
    draft = replace(draft, rules=replace(draft.rules, tie_breaks=ties, required_reviews=REVIEWERS))
    saved = store.save_draft(draft, seen_revision=0, person_id=CHAIR)
    assert isinstance(saved, Saved)
    locked = store.lock_draft(draft.plan_id, seen_revision=saved.value.row_revision, person_id=CHAIR)
    assert isinstance(locked, Saved)
    _score(workbench, locked.value.plan)
    return Access(chair, workbench), programme, locked.value.plan


def _score(workbench: Workbench, plan: ReviewPlan) -> None:
    chance, now = random.Random(SEED), datetime.now(UTC)
    applications = load_applications(workbench.snapshot(plan.snapshot_id), PROGRAMME)
    database = open_database(workbench.settings.store)
    with closing(database), database.write() as connection:
        for application in applications:
            level = chance.gauss(76, 8)
            for place in range(REVIEWERS):
                scores = {
                    each.dimension_id: Decimal(max(0, min(100, round(chance.gauss(level, 6)))))
                    for each in plan.dimensions
                }
                reviewer = PersonId(f"demo-reviewer{place + 1}")
                key = application.application_id
                review = Review(plan.plan_id, plan.revision, key, reviewer, scores=scores)
                insert_review(connection, review, seen_revision=0, event_id=f"{place}-{key}", now=now)


if __name__ == "__main__":
    main()
