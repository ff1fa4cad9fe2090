"""The door: what it refuses to open, what it refuses to read, and that threads never see each other's rows."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from app.domain.evidence import ApplicationId, SnapshotId
from app.errors import SnapshotBroken
from app.evidence.questions import load_course_records, load_profile
from app.evidence.snapshot import (
    LOCKED_CONFIG,
    EvidenceSnapshot,
    database_path,
    find_current_snapshot,
    load_snapshot_ids,
    open_snapshot,
)
from pipelines.contract import SCHEMA_VERSION
from tests.app.evidence.conftest import publish
from tests.app.evidence.snapshot_rows import PDF_CONTENT, PDF_SHA256


def _change(folder: Path, snapshot_id: SnapshotId, statement: str) -> None:
    path = database_path(folder, snapshot_id)
    with duckdb.connect(path) as connection:
        connection.execute(statement)
    manifest = folder / f"evidence-{snapshot_id}.json"
    facts = json.loads(manifest.read_text(encoding="utf-8"))
    facts["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(facts), encoding="utf-8")


def _reason(folder: Path, snapshot_id: SnapshotId) -> str:
    with pytest.raises(SnapshotBroken) as caught:
        open_snapshot(folder, snapshot_id)
    return caught.value.reason


def test_current_snapshot_before_the_first_build_is_none(tmp_path: Path) -> None:
    assert find_current_snapshot(tmp_path) is None


def test_current_snapshot_after_publication_is_the_published_one(tmp_path: Path) -> None:
    snapshot_id = publish(tmp_path)
    assert find_current_snapshot(tmp_path) == snapshot_id
    assert load_snapshot_ids(tmp_path) == (snapshot_id,)


def test_current_pointer_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "current.json").write_text("{", encoding="utf-8")
    with pytest.raises(SnapshotBroken):
        find_current_snapshot(tmp_path)


def test_open_without_manifest_is_refused(tmp_path: Path) -> None:
    assert _reason(tmp_path, SnapshotId("none")) == "the manifest is missing"


def test_open_another_schema_version_is_refused(tmp_path: Path) -> None:
    snapshot_id = publish(tmp_path, schema_version=99)
    assert _reason(tmp_path, snapshot_id) == f"schema version 99, this program reads {SCHEMA_VERSION}"
    assert load_snapshot_ids(tmp_path) == (snapshot_id,)


def test_open_after_one_byte_changed_is_refused(tmp_path: Path) -> None:
    snapshot_id = publish(tmp_path)
    path = database_path(tmp_path, snapshot_id)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert _reason(tmp_path, snapshot_id) == "the content differs from the manifest"


def test_open_without_a_promised_table_is_refused(tmp_path: Path) -> None:
    snapshot_id = publish(tmp_path)
    _change(tmp_path, snapshot_id, "drop table school")
    assert _reason(tmp_path, snapshot_id) == "table school is missing"


def test_open_with_a_column_of_another_type_is_refused(tmp_path: Path) -> None:
    snapshot_id = publish(tmp_path)
    _change(tmp_path, snapshot_id, "alter table course_record alter column grade type double")
    assert _reason(tmp_path, snapshot_id) == "columns of table course_record are not those of the contract"


def test_file_path_leads_to_the_original(snapshot: EvidenceSnapshot) -> None:
    assert snapshot.file_path(PDF_SHA256).read_bytes() == PDF_CONTENT


@pytest.mark.parametrize("key", ["../../etc/passwd", "0" * 64, "/" * 64, ""])
def test_file_path_of_no_content_key_is_refused(snapshot: EvidenceSnapshot, key: str) -> None:
    with pytest.raises(SnapshotBroken):
        snapshot.file_path(key)


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_text('/etc/passwd')",
        "copy school to '/tmp/school.csv'",
        "attach '/tmp/other.duckdb'",
        "set enable_external_access = true",
        "set threads = 2",
        "create table note (a integer)",
        "select * from content",
    ],
)
def test_statement_that_reaches_outside_is_refused(snapshot: EvidenceSnapshot, statement: str) -> None:
    content = {"a": 1}
    path = database_path(snapshot.folder, snapshot.snapshot_id)
    with (
        duckdb.connect(path, read_only=True, config=LOCKED_CONFIG) as connection,
        pytest.raises(duckdb.Error),
    ):
        connection.execute(statement).fetchall()
    assert content == {"a": 1}


def test_questions_from_sixteen_threads_get_their_own_answers(snapshot: EvidenceSnapshot) -> None:
    keys = [ApplicationId(key) for key in ("A1", "A2", "A3", "A4", "B1")]
    alone = {key: (load_profile(snapshot, key), load_course_records(snapshot, key)) for key in keys}

    def ask(turn: int) -> bool:
        key = keys[turn % len(keys)]
        return alone[key] == (load_profile(snapshot, key), load_course_records(snapshot, key))

    with ThreadPoolExecutor(max_workers=16) as pool:
        answers = list(pool.map(ask, range(320)))
    assert answers == [True] * 320
