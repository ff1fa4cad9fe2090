"""prepare_demo: a whole round with synthetic applicants, made once and then only opened."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid5

from app.demo.accounts import CHAIR, DEMO_PASSWORD, OFFICE, REVIEWER_1, REVIEWER_2, make_demo_people
from app.demo.plans import demo_plan
from app.demo.scores import demo_reviews
from app.demo.texts import PlanText, round_texts
from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationSummary, Programme
from app.domain.plan import ReviewPlan
from app.evidence.questions import load_applications, load_programmes, load_review_items
from app.evidence.snapshot import EvidenceSnapshot
from app.reviews.store import ItemChoice, ReviewStore, Saved, Stale, StoredPlan
from app.settings import DEMO, SNAPSHOTS, STORE, Settings
from app.workbench import DEMO_SETTING, Workbench, open_workbench
from app.workflows.sign_in import hash_password

ROOT = Path(__file__).parents[2]
APPLICANTS = 240
SEED = 20260115
RECUSED_PLACE = 4
REVIEWERS = (REVIEWER_1, REVIEWER_2)
"""Both review every application of the locked plan, except one recusal of the second."""


def prepare_demo(folder: Path, *, applicants: int = APPLICANTS) -> Workbench:
    """The workbench of the demonstration in ``folder``; what is there already is kept as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    workbench = open_workbench(demo_settings(folder))
    if workbench.find_current_snapshot_id() is None:
        build_sample(folder, applicants=applicants)
    if not workbench.is_demo_store():
        fill_store(workbench)
    return workbench


def demo_settings(folder: Path) -> Settings:
    """The settings of a demonstration in ``folder``; the rest comes from the environment."""
    own = {
        SNAPSHOTS: str(folder.absolute() / "snapshots"),
        STORE: f"sqlite:///{folder.absolute() / 'review.db'}",
        DEMO: "1",
        "REVIEW_CACHE": str(folder.absolute() / "cache"),
    }
    return Settings.from_environment({**os.environ, **own})


def build_sample(folder: Path, *, applicants: int) -> None:
    """Run the pipeline as its own program: the app never imports it."""
    exports, snapshots = folder / "exports", folder / "snapshots"
    if not exports.exists():
        _run_pipeline("sample", "--out", exports, "--applicants", applicants, "--seed", SEED)
    _run_pipeline("build", "--exports", exports, "--snapshots", snapshots)


def fill_store(workbench: Workbench) -> None:
    """People, plans, assignments, reviews; the mark of a demonstration is set first, the done mark last."""
    store = workbench.store
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    programmes = {each.programme_code: each for each in load_programmes(snapshot)}
    for person in make_demo_people(frozenset(programmes)):
        store.save_person(person, hash_password(DEMO_PASSWORD))
    for text in round_texts().plans:
        plan = _save_plan(store, demo_plan(snapshot, text), text)
        if text.locked:
            _fill_locked_plan(store, snapshot, plan=plan)
            _publish_items(store, snapshot, plan=plan, programme=programmes[plan.programme_code])
    store.save_setting(DEMO_SETTING, "1", person_id=None)


def _run_pipeline(*arguments: object) -> None:
    command = [sys.executable, "-m", "pipelines", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True)
