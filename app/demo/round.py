"""prepare_demo: a whole round with synthetic applicants, made once and then only opened."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

from app.demo.accounts import CHAIR, DEMO_PASSWORD, OFFICE, make_demo_people
from app.demo.cases import fill_cases
from app.demo.plans import demo_plan
from app.demo.readers import demo_assignments
from app.demo.results import import_results
from app.demo.rounds import fill_rounds
from app.demo.scores import DemoScores
from app.demo.texts import PlanText, round_texts
from app.domain.assignment import recused_pairs
from app.domain.evidence import Programme
from app.domain.plan import ReviewPlan
from app.evidence.questions import load_applications, load_programmes, load_review_items
from app.evidence.snapshot import EvidenceSnapshot, find_current_snapshot
from app.reviews.sql_store import open_store
from app.reviews.store import ItemChoice, ReviewStore, Saved, Stale
from app.settings import CACHE, DEMO, SNAPSHOTS, STORE, Settings
from app.workbench import DEMO_SETTING, Workbench, open_workbench
from app.workflows.sign_in import hash_password

ROOT = Path(__file__).parents[2]
APPLICANTS = 240
SEED = 20260115
STORE_NAME = "review.db"
EXPORTS = "exports"

T = TypeVar("T")


def prepare_demo(folder: Path, *, applicants: int = APPLICANTS) -> Workbench:
    """The workbench of the demonstration in ``folder``; what is there already is kept as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = demo_settings(folder)
    if find_current_snapshot(settings.snapshots) is None:
        build_sample(folder, applicants=applicants)
    if not (folder / STORE_NAME).exists():
        make_store(folder, settings, exports=folder / EXPORTS)
    return open_workbench(settings)


def demo_environment(folder: Path) -> dict[str, str]:
    """The variables of a demonstration in ``folder``."""
    home = folder.absolute()
    return {
        SNAPSHOTS: str(home / "snapshots"),
        STORE: f"sqlite:///{home / STORE_NAME}",
        CACHE: str(home / "cache"),
        DEMO: "1",
    }


def demo_settings(folder: Path) -> Settings:
    """The settings of a demonstration in ``folder``; address and port come from the environment."""
    return Settings.from_environment({**os.environ, **demo_environment(folder)})


def build_sample(folder: Path, *, applicants: int) -> None:
    """Run the pipeline as its own program: the app never imports it."""
    exports, unfinished = folder / EXPORTS, folder / f"{EXPORTS}.new"
    if not exports.exists():
        shutil.rmtree(unfinished, ignore_errors=True)
        _run_pipeline("sample", "--out", unfinished, "--applicants", applicants, "--seed", SEED)
        unfinished.rename(exports)
    _run_pipeline("build", "--exports", exports, "--snapshots", folder / "snapshots")


def make_store(folder: Path, settings: Settings, *, exports: Path) -> None:
    """Filled aside and renamed: a demonstration that was interrupted is never found half done."""
    unfinished = folder / f"{STORE_NAME}.new"
    _remove_unfinished(folder)
    store = open_store(f"sqlite:///{unfinished.absolute()}")
    try:
        fill_store(Workbench(settings, store), exports)
    finally:
        store.close()
    unfinished.rename(folder / STORE_NAME)
    _remove_unfinished(folder)


def _remove_unfinished(folder: Path) -> None:
    """The database with its journal: SQLite would replay a left-over journal into the next one."""
    for path in folder.glob(f"{STORE_NAME}.new*"):
        path.unlink()


def fill_store(workbench: Workbench, exports: Path) -> None:
    """People, plans, assignments, reviews, published items, and the results that lie in ``exports``."""
    store = workbench.store
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    programmes = {each.programme_code: each for each in load_programmes(snapshot)}
    password_hash = hash_password(DEMO_PASSWORD)
    for person in make_demo_people(frozenset(programmes)):
        store.save_person(person, password_hash)
    for text in round_texts().plans:
        plan = _save_plan(store, demo_plan(snapshot, text), is_locked=text.locked)
        if text.locked:
            programme = programmes[plan.programme_code]
            _publish_items(store, snapshot, plan=plan, programme=programme)
            scores = _fill_locked_plan(workbench, plan, text, exports=exports)
            fill_cases(workbench, programme, plan, scores)
    store.save_setting(DEMO_SETTING, "1", person_id=None)


def _save_plan(store: ReviewStore, plan: ReviewPlan, *, is_locked: bool) -> ReviewPlan:
    draft = _written(store.save_draft(plan, seen_revision=0, person_id=CHAIR))
    if not is_locked:
        return draft.plan
    locked = store.lock_draft(plan.plan_id, seen_revision=draft.row_revision, person_id=CHAIR)
    return _written(locked).plan


def _fill_locked_plan(workbench: Workbench, plan: ReviewPlan, text: PlanText, *, exports: Path) -> DemoScores:
    store = workbench.store
    applications = load_applications(workbench.snapshot(plan.snapshot_id), plan.programme_code)
    assignments = demo_assignments(applications)
    _written(store.save_assignments(plan.plan_id, assignments, seen=(), person_id=CHAIR))
    recused = recused_pairs(assignments)
    scores = DemoScores(plan, applications, import_results(workbench, plan, text, exports=exports))
    for review in scores.reviews():
        if (review.application_id, review.reviewer_id) not in recused:
            event_id = f"demo-{review.application_id}-{review.reviewer_id}"
            _written(store.save_review(review, seen_revision=0, event_id=event_id))
    fill_rounds(store, plan, applications)
    return scores


def _publish_items(
    store: ReviewStore, snapshot: EvidenceSnapshot, *, plan: ReviewPlan, programme: Programme
) -> None:
    items = load_review_items(snapshot, programme.admission_channel, admission_year=programme.admission_year)
    # Course groups stand in one item together, and the PDF of all activities stands in every item of theirs.
    wanted = {each.split(".g.")[0] for each in plan.core_data.categories()} - {"document.activity_record"}
    choice = ItemChoice(
        programme_code=plan.programme_code,
        allowed_items=frozenset(item.item_code for item in items),
        chosen_items=frozenset(item.item_code for item in items if wanted & set(item.category_codes)),
        published=True,
        row_revision=0,
    )
    _written(store.save_item_choice(choice, seen_revision=0, person_id=OFFICE, reason="published"))


def _written(outcome: Saved[T] | Stale[T]) -> T:
    if isinstance(outcome, Stale):
        raise RuntimeError("the demonstration store was changed while it was being made")
    return outcome.value


def _run_pipeline(*arguments: object) -> None:
    command = [sys.executable, "-m", "pipelines", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True)
