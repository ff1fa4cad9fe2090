"""Contents inspected by worker processes, and what is kept of them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pytest

from pipelines.documents.content_info import (
    ContentInfo,
    Inspection,
    UnreadableInfo,
    info_from_json,
    info_to_json,
)
from pipelines.documents.derived_files import DerivedFiles
from pipelines.documents.inspect import inspect_documents
from pipelines.documents.limits import DEFAULT_LIMITS, InspectionLimits
from pipelines.documents.worker_process import WorkerProcess
from pipelines.errors import SnapshotsNotWritable
from tests.pipelines.documents.handmade_files import pdf, picture, slow_pdf

IMPATIENT = InspectionLimits(cpu_seconds=1, wall_seconds=8)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "originals"
    folder.mkdir()
    contents = [pdf("Hello", "臺灣".encode().hex()), picture(30, 20), b"no known kind"]
    return dict(put(folder, content) for content in contents)


def put(folder: Path, content: bytes) -> tuple[str, Path]:
    digest = sha256(content).hexdigest()
    path = folder / f"{digest[:6]} 檔案"
    path.write_bytes(content)
    return digest, path


def columns(tables: dict[str, pa.Table], name: str, *chosen: str) -> list[tuple[object, ...]]:
    return list(zip(*(tables[name].column(column).to_pylist() for column in chosen), strict=True))


def test_every_content_has_its_row_in_order(files: dict[str, Path], tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    tables = inspect_documents(files, tmp_path / "snapshots", progress=lambda *step: told.append(step))
    rows = columns(tables, "raw_media_file", "sha256", "inspection", "page_count", "width", "thumbnails")
    by_kind = {row[1:] for row in rows}
    assert [row[0] for row in rows] == sorted(files)
    assert by_kind == {("fine", 2, None, 2), ("fine", None, 30, 1), ("broken", None, None, 0)}
    assert columns(tables, "raw_document_page", "page_number", "text", "folded_text")[0] == (
        1,
        "Hello",
        "hello",
    )
    assert told == [("inspect documents", 0, 3), ("inspect documents", 3, 3)]


def test_nothing_to_inspect_gives_empty_tables(tmp_path: Path) -> None:
    tables = inspect_documents({}, tmp_path / "snapshots")
    assert [table.num_rows for table in tables.values()] == [0, 0]


def test_what_is_kept_is_not_inspected_again(files: dict[str, Path], tmp_path: Path) -> None:
    first = inspect_documents(files, tmp_path / "snapshots")
    for path in files.values():
        path.unlink()
    again = inspect_documents(files, tmp_path / "snapshots")
    assert {name: table.to_pylist() for name, table in again.items()} == {
        name: table.to_pylist() for name, table in first.items()
    }


@pytest.mark.parametrize("damaged", ["info.json", "1.jpg"])
def test_truncated_entry_is_made_again(files: dict[str, Path], tmp_path: Path, damaged: str) -> None:
    snapshots = tmp_path / "snapshots"
    inspect_documents(files, snapshots)
    for path in (snapshots / "derived").glob(f"*/*/{damaged}"):
        path.write_bytes(path.read_bytes()[:-1])
        assert DerivedFiles(snapshots).find(path.parent.name) is None
    tables = inspect_documents(files, snapshots)
    assert (
        sum(count for (count,) in columns(tables, "raw_media_file", "thumbnails") if isinstance(count, int))
        == 3
    )
    assert all(DerivedFiles(snapshots).find(digest) is not None for digest in files)


def test_checking_keeps_nothing(files: dict[str, Path], tmp_path: Path) -> None:
    tables = inspect_documents(files, tmp_path / "snapshots", thumbnails=False)
    assert {count for (count,) in columns(tables, "raw_media_file", "thumbnails")} == {0}
    assert not (tmp_path / "snapshots").exists()


def test_exhausting_file_costs_only_itself(files: dict[str, Path], tmp_path: Path) -> None:
    digest, path = put(tmp_path, slow_pdf())
    tables = inspect_documents(files | {digest: path}, tmp_path / "snapshots", workers=1, limits=IMPATIENT)
    rows = columns(tables, "raw_media_file", "sha256", "inspection")
    assert (digest, "gave_up") in rows
    assert sorted(str(inspection) for _, inspection in rows) == ["broken", "fine", "fine", "gave_up"]
    kept = DerivedFiles(tmp_path / "snapshots").find(digest)
    assert kept == ContentInfo("application/pdf", Inspection.GAVE_UP)


def test_too_little_memory_ends_the_worker_and_not_the_build(tmp_path: Path) -> None:
    digest, path = put(tmp_path, picture(4000, 4000))
    limits = InspectionLimits(memory_bytes=90 * 1024**2)
    tables = inspect_documents({digest: path}, tmp_path / "snapshots", limits=limits)
    assert columns(tables, "raw_media_file", "inspection", "width") == [("gave_up", None)]


def test_vanished_original_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        inspect_documents({"0" * 64: tmp_path / "gone"}, tmp_path / "snapshots")


def test_worker_that_cannot_write_says_so_and_keeps_nothing(tmp_path: Path) -> None:
    """A full disk is no fault of the file: a file where the folder should be refuses like one."""
    _, path = put(tmp_path, pdf("Hello"))
    (tmp_path / "no folder").write_bytes(b"")
    worker = WorkerProcess(DEFAULT_LIMITS)
    with pytest.raises(SnapshotsNotWritable):
        worker.ask(path, tmp_path / "no folder")
    worker.close()


def test_description_survives_its_json() -> None:
    info = ContentInfo("application/pdf", Inspection.FINE, page_count=1, pages=("甲\n乙",), thumbnails=(3,))
    line = info_to_json(info)
    assert b"\n" not in line
    assert info_from_json(line) == info


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b'{"format": 0}', b'{"format": 1}', b'{"format": 2}']
)
def test_other_json_is_no_description(content: bytes) -> None:
    with pytest.raises(UnreadableInfo):
        info_from_json(content)
