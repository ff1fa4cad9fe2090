"""A small round for the doors: two programmes, three applications, files of every kind, four people."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import duckdb
from argon2 import PasswordHasher
from PIL import Image

from app.domain.assignment import Assignment
from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId, ScoringScale
from app.domain.evidence import ApplicationId, ProgrammeCode, SnapshotId
from app.domain.people import Person, PersonId, Role
from app.domain.plan import PlanId, PlanStatus, RankingRules, ReviewPlan
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import Saved
from app.settings import Settings
from app.workbench import Workbench, open_workbench
from pipelines.contract import SCHEMA_VERSION, TABLES
from tests.app.evidence.carried_columns import fill_carried_columns
from tests.pipelines.documents.handmade_files import pdf

COMPUTING, CHINESE = ProgrammeCode("999101"), ProgrammeCode("999102")
PASSWORD = "correct horse battery"
ASSIGNED, RECUSED, UNASSIGNED = ApplicationId("app-1"), ApplicationId("app-2"), ApplicationId("app-3")
ELSEWHERE = ApplicationId("app-4")
APPLICATIONS = {ASSIGNED: COMPUTING, RECUSED: COMPUTING, UNASSIGNED: COMPUTING, ELSEWHERE: CHINESE}
STATUS = "原住民"
"""The identity of the one application nobody is assigned to."""
TONE = (Path(__file__).parents[3] / "pipelines/synthesis/media/tone.mp3").read_bytes()


def pdf_of(*, pages: int) -> bytes:
    """A readable PDF of A4 pages."""
    buffer = BytesIO()
    sheets = [Image.new("RGB", (595, 842), (40 * number % 256, 90, 120)) for number in range(pages)]
    sheets[0].save(buffer, "PDF", resolution=72, save_all=True, append_images=sheets[1:])
    return buffer.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A picture of one colour."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, "PNG")
    return buffer.getvalue()


LETTER = ("Alpha and beta", "nothing", "ALPHA once, alpha twice")
"""Texts of the pages of the one PDF that holds text."""

# key, application, file name, media type by content, bytes
FILES: tuple[tuple[str, ApplicationId, str, str, bytes], ...] = (
    ("pdf-1", ASSIGNED, "學習歷程自述.pdf", "application/pdf", pdf_of(pages=3)),
    ("pdf-damaged", ASSIGNED, "damaged.pdf", "application/pdf", pdf_of(pages=1)[:300]),
    ("pdf-text", ASSIGNED, "letter.pdf", "application/pdf", pdf(*LETTER)),
    ("png-1", ASSIGNED, "poster.png", "image/png", png_of(1200, 800)),
    ("png-damaged", ASSIGNED, "cut.png", "image/png", png_of(400, 400)[:120]),
    ("mp3-1", ASSIGNED, "tone.mp3", "audio/mpeg", TONE),
    ("html-1", ASSIGNED, "page.html", "text/html", b"<script>alert(1)</script>"),
    ("pdf-2", RECUSED, "two.pdf", "application/pdf", pdf_of(pages=1) + b"%2"),
    ("pdf-3", UNASSIGNED, "three.pdf", "application/pdf", pdf_of(pages=1) + b"%3"),
    ("pdf-4", ELSEWHERE, "four.pdf", "application/pdf", pdf_of(pages=1) + b"%4"),
)

PEOPLE = (
    Person(PersonId("p-chair"), "chair", "Chair", Role.CHAIR, frozenset({COMPUTING})),
    Person(PersonId("p-reviewer"), "reviewer", "Reviewer", Role.REVIEWER, frozenset({COMPUTING, CHINESE})),
    Person(PersonId("p-office"), "office", "Office", Role.OFFICE, frozenset()),
    Person(PersonId("p-researcher"), "researcher", "Researcher", Role.RESEARCHER, frozenset()),
)
PLAN_ID = PlanId("plan-computing")


def make_round(folder: Path) -> Workbench:
    """Publish the snapshot and fill the store."""
    snapshot_id = publish(folder / "snapshots")
    settings = replace(
        Settings.from_environment({}),
        snapshots=folder / "snapshots",
        store=f"sqlite:///{folder / 'review.db'}",
        cache=folder / "cache",
        port=0,
    )
    workbench = open_workbench(settings)
    fill(workbench.store, snapshot_id)
    return workbench


def publish(folder: Path) -> SnapshotId:
    """Write database, manifest, originals and pointer as the pipeline does."""
    folder.mkdir(parents=True)
    written = folder / "written.duckdb"
    with duckdb.connect(written) as connection:
        for table in TABLES:
            columns = ", ".join(f"{column.name} {column.sql_type}" for column in table.columns)
            connection.execute(f"create table {table.name} ({columns})")
        for table_name, row in _rows():
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            connection.execute(f"insert into {table_name} ({names}) values ({marks})", list(row.values()))
        fill_carried_columns(connection)
    sha256 = hashlib.sha256(written.read_bytes()).hexdigest()
    snapshot_id = SnapshotId(sha256[:16])
    written.rename(folder / f"evidence-{snapshot_id}.duckdb")
    manifest = {"schema_version": SCHEMA_VERSION, "sha256": sha256, "built_at": "2026-05-01T08:00:00+08:00"}
    (folder / f"evidence-{snapshot_id}.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "current.json").write_text(json.dumps({"snapshot_id": snapshot_id}), encoding="utf-8")
    for *_, content in FILES:
        key = hashlib.sha256(content).hexdigest()
        path = folder / "files" / key[:2] / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return snapshot_id


def fill(store: SqlReviewStore, snapshot_id: SnapshotId) -> None:
    """People, a locked plan of the first programme, and who reviews what."""
    # A cheap hash: what a check costs is the hash's own business, and these tests sign in a hundred times.
    password_hash = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)
    for person in PEOPLE:
        store.save_person(person, password_hash)
    draft = store.save_draft(plan_on(snapshot_id), seen_revision=0, person_id=PersonId("p-chair"))
    assert isinstance(draft, Saved)
    store.lock_draft(PLAN_ID, seen_revision=draft.value.row_revision, person_id=PersonId("p-chair"))
    reviewer = PersonId("p-reviewer")
    pairs = [
        Assignment(ASSIGNED, reviewer),
        Assignment(RECUSED, reviewer, recused=True, recusal_reason="kin"),
    ]
    store.save_assignments(PLAN_ID, pairs, seen=(), person_id=PersonId("p-chair"))


def plan_on(snapshot_id: SnapshotId) -> ReviewPlan:
    """A plan with one dimension."""
    dimension = Dimension(DimensionId("d1"), "Study", "", Decimal(100), Decimal(100), None, ())
    return ReviewPlan(
        plan_id=PLAN_ID,
        programme_code=COMPUTING,
        snapshot_id=snapshot_id,
        revision=1,
        status=PlanStatus.DRAFT,
        title="Plan",
        scale=ScoringScale.PERCENT,
        dimensions=(dimension,),
        core_data=CoreDataSelection(),
        rules=RankingRules(),
    )


Row = tuple[str, dict[str, object]]


def _rows() -> list[Row]:
    rows: list[Row] = []
    for programme_code in (COMPUTING, CHINESE):
        programme: dict[str, object] = {"programme_code": programme_code, "programme_name": "P"}
        programme |= {"university_code": "999", "university_name": "U"}
        programme |= {"admission_channel": "cac", "admission_year": 115}
        rows.append(("programme", programme))
    for application_id, code in APPLICATIONS.items():
        person: dict[str, object] = {"applicant_id": f"person-{application_id}"}
        application: dict[str, object] = {"application_id": application_id, "programme_code": code, **person}
        status = STATUS if application_id == UNASSIGNED else None
        rows.append(
            ("applicant", {**person, "name": "someone", "school_name": "school", "applicant_status": status})
        )
        rows.append(("application", {**application, "submission_mode": "database"}))
    letter = next(hashlib.sha256(content).hexdigest() for key, *_, content in FILES if key == "pdf-text")
    for number, text in enumerate(LETTER, 1):
        rows.append(("document_page", {"sha256": letter, "page_number": number, "text": text}))
    for key, owner, name, media_type, content in FILES:
        file: dict[str, object] = {"file_id": f"file-{key}", "application_id": owner}
        facts = {"relative_path": f"x/{name}", "media_type": media_type, "byte_size": len(content)}
        sha256 = hashlib.sha256(content).hexdigest()
        rows.append(("source_file", {**file, **facts, "sha256": sha256}))
        rows.append(("attachment", {**file, "attachment_id": key}))
    return rows
