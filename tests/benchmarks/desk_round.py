"""A round as large as a faculty knows: 60,000 applications, a programme of 1,000, reviewers in the middle of their work."""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from app.demo.accounts import CHAIR, DEMO_PASSWORD, OFFICE, make_demo_people
from app.demo.plans import demo_plan
from app.demo.texts import PlanText, round_texts
from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.people import Person, PersonId, Role
from app.domain.plan import ReviewPlan
from app.domain.scores import Review
from app.evidence.questions import load_applications, load_programmes, load_review_items
from app.evidence.snapshot import EvidenceSnapshot
from app.reviews.connection import open_database
from app.reviews.migration import MIGRATIONS
from app.reviews.review_rows import insert_review
from app.reviews.sql_store import open_store
from app.reviews.store import ItemChoice, ReviewStore, Saved
from app.settings import Settings
from app.workbench import DEMO_SETTING, Workbench
from app.workflows.sign_in import hash_password
from pipelines.build import build_snapshot
from pipelines.snapshot import snapshot_path
from pipelines.synthesis import write_sample
from tests.benchmarks.inflated_snapshot import INFLATED_ID, inflate_snapshot
from tests.sample_round import settings_of

SAMPLE, COPIES = 2500, 24
"""Two in five applications of the sample are in its first programme; every copy makes programmes of its own."""
PROGRAMME = ProgrammeCode("999101000")
REVIEWERS = 64
SCORED_SHARE = 0.5
SEED = 7
MINUTES_EACH = timedelta(minutes=6)
STORE, READY = "review.db", "desk_round"


@dataclass(frozen=True)
class RoundSize:
    """How much of a round is made: applications of the sample, copies of it, people who review."""

    applicants: int = SAMPLE
    copies: int = COPIES
    reviewers: int = REVIEWERS


def add_round_options(parser: argparse.ArgumentParser) -> None:
    """What every benchmark of the desk may be told about its round."""
    parser.add_argument("--folder", type=Path, help="a folder kept between runs")
    parser.add_argument("--applicants", type=int, default=SAMPLE, help="of the sample; 40 %% in the first")
    parser.add_argument("--copies", type=int, default=COPIES, help="of the sample in the snapshot")
    parser.add_argument("--round-reviewers", type=int, default=REVIEWERS, help="people of the round")


@contextmanager
def desk_round(options: argparse.Namespace) -> Iterator[Settings]:
    """The settings of a round with a store of this run's own; what ``--folder`` holds already is not made again."""
    size = RoundSize(options.applicants, options.copies, options.round_reviewers)
    with tempfile.TemporaryDirectory() as name:
        kept = options.folder or Path(name) / "kept"
        make_round(kept, size)
        run = Path(name) / "run"
        run.mkdir()
        shutil.copy(kept / STORE, run / STORE)
        yield settings_of(kept / "snapshots", run)


def make_round(folder: Path, size: RoundSize) -> None:
    """Snapshot and store in ``folder``, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    if not snapshot_path(folder / "snapshots", INFLATED_ID).is_file():
        _make_snapshot(folder, size)
    ready, wanted = folder / READY, f"{_schema()} {size.reviewers}"
    if not ready.is_file() or ready.read_text(encoding="utf-8") != wanted:
        (folder / STORE).unlink(missing_ok=True)
        _make_store(folder, size)
        ready.write_text(wanted, encoding="utf-8")


def sign_in_name(place: int) -> str:
    """The name of one reviewer, counted from 1."""
    return f"desk{place}"


def reviewer_id(place: int) -> PersonId:
    """The key of the same reviewer."""
    return PersonId(f"desk-{place}")


def note_of(reviewer: PersonId, application_id: ApplicationId) -> str:
    """The comment of every stored review: it says whose it is, so that a crossed one is seen on screen."""
    return f"{reviewer} on {application_id}"


def _schema() -> str:
    """A kept store of other migrations would not open."""
    texts = [path.read_bytes() for path in sorted(MIGRATIONS.glob("*.sql"))]
    return sha256(b"".join(texts)).hexdigest()


def _make_snapshot(folder: Path, size: RoundSize) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as name:
        exports = Path(name) / "exports"
        write_sample(exports, applicants=size.applicants, seed=SEED)
        build_snapshot(exports, folder / "snapshots")
    snapshots = folder / "snapshots"
    inflate_snapshot(snapshots, snapshots, copies=size.copies, copies_per_programme=1)


def _make_store(folder: Path, size: RoundSize) -> None:
    settings = settings_of(folder / "snapshots", folder)
    store = open_store(settings.store)
    try:
        plan = _fill_store(Workbench(settings, store), size)
        _score(Workbench(settings, store), plan, size)
    finally:
        store.close()
    # A journal left over would be copied without its database.
    with closing(sqlite3.connect(folder / STORE)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")


def _fill_store(workbench: Workbench, size: RoundSize) -> ReviewPlan:
    store, snapshot = workbench.store, workbench.snapshot(workbench.current_snapshot_id())
    password_hash = hash_password(DEMO_PASSWORD)
    for person in (*make_demo_people(frozenset({PROGRAMME})), *_reviewers(size.reviewers)):
        store.save_person(person, password_hash)
    plan = _lock_plan(store, demo_plan(snapshot, _plan_text()))
    assignments = [
        Assignment(application.application_id, reviewer_id(place))
        for application in load_applications(snapshot, PROGRAMME)
        for place in range(1, size.reviewers + 1)
    ]
    store.save_assignments(plan.plan_id, assignments, seen=(), person_id=CHAIR)
    _publish_items(store, snapshot, plan)
    store.save_setting(DEMO_SETTING, "1", person_id=None)
    return plan


def _reviewers(count: int) -> Sequence[Person]:
    places = range(1, count + 1)
    mine = frozenset({PROGRAMME})
    return [
        Person(reviewer_id(each), sign_in_name(each), sign_in_name(each), Role.REVIEWER, mine)
        for each in places
    ]


def _plan_text() -> PlanText:
    """The locked plan of the demonstration, on the first copy of its programme."""
    text = next(each for each in round_texts().plans if PROGRAMME.startswith(each.programme_code))
    return replace(text, programme_code=PROGRAMME)


def _lock_plan(store: ReviewStore, plan: ReviewPlan) -> ReviewPlan:
    draft = store.save_draft(plan, seen_revision=0, person_id=CHAIR)
    assert isinstance(draft, Saved)
    locked = store.lock_draft(plan.plan_id, seen_revision=draft.value.row_revision, person_id=CHAIR)
    assert isinstance(locked, Saved)
    return locked.value.plan


def _publish_items(store: ReviewStore, snapshot: EvidenceSnapshot, plan: ReviewPlan) -> None:
    programme = next(each for each in load_programmes(snapshot) if each.programme_code == plan.programme_code)
    items = load_review_items(snapshot, programme.admission_channel, admission_year=programme.admission_year)
    codes = frozenset(item.item_code for item in items)
    choice = ItemChoice(plan.programme_code, codes, codes, published=True, row_revision=0)
    store.save_item_choice(choice, seen_revision=0, person_id=OFFICE, reason="published")


def _score(workbench: Workbench, plan: ReviewPlan, size: RoundSize) -> None:
    """Half of the work of everybody is done: an empty desk would be faster than the one that counts."""
    applications = load_applications(workbench.snapshot(plan.snapshot_id), PROGRAMME)
    done = [each.application_id for each in applications[: int(len(applications) * SCORED_SHARE)]]
    begun = datetime.now(UTC) - MINUTES_EACH * len(done)
    database = open_database(workbench.settings.store)
    with closing(database), database.write() as connection:
        for place in range(1, size.reviewers + 1):
            for number, application_id in enumerate(done):
                review = _review(plan, application_id, place=place, number=number)
                now = begun + MINUTES_EACH * number
                insert_review(connection, review, seen_revision=0, event_id=f"{place}-{number}", now=now)


def _review(plan: ReviewPlan, application_id: ApplicationId, *, place: int, number: int) -> Review:
    scores = {
        dimension.dimension_id: Decimal(50 + (number * 7 + place * 3 + order) % 45)
        for order, dimension in enumerate(plan.dimensions)
    }
    comment = note_of(reviewer_id(place), application_id)
    return Review(
        plan.plan_id, plan.revision, application_id, reviewer_id(place), scores=scores, comment=comment
    )
