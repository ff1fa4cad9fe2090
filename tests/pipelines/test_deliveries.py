"""Several deliveries, archives and wrapped folders: what counts, what is replaced, what is read again."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.build import BuildReport, build_snapshot
from pipelines.contract import TABLES
from pipelines.exports import folder_batches
from pipelines.exports.parse_cache import CACHE_FOLDER, PACK_SUFFIX
from pipelines.snapshot import snapshot_path
from tests.pipelines.handmade import NUMBER, PDF, PNG, Exports, Rows, course, profile

FOLDER = f"999/999101/{NUMBER}"
COUNTING = "select relative_path from source_file where superseded_by is null order by all"


@pytest.fixture
def later(tmp_path: Path) -> Exports:
    return Exports(tmp_path / "later")


def build(snapshots: Path, *exports: Path) -> BuildReport:
    report = build_snapshot(list(exports), snapshots)
    assert report.failed_checks == ()
    return report


def ask(snapshots: Path, report: BuildReport, *questions: str) -> list[Rows]:
    assert report.snapshot_id is not None
    with duckdb.connect(str(snapshot_path(snapshots, report.snapshot_id)), read_only=True) as connection:
        return [connection.execute(question).fetchall() for question in questions]


def every_table(snapshots: Path, report: BuildReport) -> dict[str, Rows]:
    names = [table.name for table in TABLES]
    rows = ask(snapshots, report, *(f"select * from {name} order by all" for name in names))
    return dict(zip(names, rows, strict=True))


def zipped(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder))
    return target


def test_later_delivery_adds_transcripts_and_replaces_what_it_corrects(
    exports: Exports, later: Exports, tmp_path: Path
) -> None:
    exports.courses(course(), course(實際修課學期="2"))
    link = {"科目名稱": "數學", "課程學習成果文件檔案連結": "附件/a.png"}
    exports.write(f"{FOLDER}/附件/a.png", PNG)
    later.courses(course(學業成績={"分數": "91"}))
    later.item("課程學習成果", [link])
    later.write(f"999_grade6/999101/{NUMBER}/{NUMBER}_第6學期成績單.pdf", PDF)
    report = build(tmp_path / "snapshots", exports.folder, later.folder)
    answers = ask(
        tmp_path / "snapshots",
        report,
        "select grade_text from course_record",
        "select has_sixth_semester, has_sixth_semester is not null from application",
        "select linked_path, file_id is null from attachment",
        "select rows_read, rows_published, rows_superseded from source_file where superseded_by is not null",
        "select * from delivery order by 1",
        "select relative_path, raw_value from data_problem where rule = 'superseded'",
    )
    replaced = f"{FOLDER}/{NUMBER}_修課紀錄.json"
    assert answers == [
        [("91",)],
        [(True, True)],
        [("附件/a.png", False)],
        [(2, 0, 2)],
        [(1, "exports", 3, 0), (2, "later", 3, 1)],
        [(f"exports/{replaced}", f"later/{replaced}")],
    ]


def test_same_delivery_again_doubles_nothing(exports: Exports, tmp_path: Path) -> None:
    exports.courses(course())
    exports.item("其他.pdf", PDF)
    again = Path(shutil.copytree(exports.folder, tmp_path / "again"))
    once = build(tmp_path / "once", exports.folder)
    twice = build(tmp_path / "twice", exports.folder, again)
    questions = [f"select count(*) from {name}" for name in ("course_record", "document", "applicant")]
    assert ask(tmp_path / "twice", twice, *questions) == ask(tmp_path / "once", once, *questions)
    superseded = (
        "select count(*), sum(rows_read - rows_superseded) from source_file where superseded_by is not null"
    )
    assert ask(tmp_path / "twice", twice, superseded) == [[(3, 0)]]


def test_archive_and_wrapped_folder_say_what_the_folder_says(exports: Exports, tmp_path: Path) -> None:
    exports.courses(course())
    exports.item("課程學習成果", [{"科目名稱": "數學", "課程學習成果文件檔案連結": "附件/a.pdf"}])
    exports.write(f"{FOLDER}/附件/a.pdf", PDF)
    archive = zipped(exports.folder, tmp_path / "handed.zip")
    wrapped = tmp_path / "wrapped"
    (wrapped / "one").mkdir(parents=True)
    shutil.copytree(exports.folder, wrapped / "one" / "two")
    inner = tmp_path / "inner"
    inner.mkdir()
    shutil.copy(archive, inner / "in.zip")
    questions = [
        f"select * from {name} order by all" for name in ("course_record", "application", "document")
    ]
    questions.append("select linked_path, file_id is null, attachment_id from attachment")
    places = (exports.folder, archive, wrapped, inner)
    built = [(place, build(tmp_path / f"of-{place.name}", place)) for place in places]
    answers = [ask(tmp_path / f"of-{place.name}", report, *questions) for place, report in built]
    assert answers == [answers[0]] * len(places)
    [paths] = ask(tmp_path / "of-inner", built[-1][1], COUNTING)
    assert paths[0] == (f"in.zip!/{FOLDER}/{NUMBER}_修課紀錄.json",)


def test_test_school_is_excluded_by_the_profile_that_counts(
    exports: Exports, later: Exports, tmp_path: Path
) -> None:
    exports.courses(course())
    exports.item("基本資料", profile(), number="10000002")
    later.item("基本資料", profile(學校代碼="000B00"))
    report = build(tmp_path / "snapshots", exports.folder, later.folder)
    sums = "select sum(rows_read), sum(rows_published), sum(rows_set_aside), sum(rows_superseded) from source_file"
    assert ask(tmp_path / "snapshots", report, "select count(*) from course_record", sums) == [
        [(0,)],
        [(4, 1, 2, 1)],
    ]


def test_build_over_known_content_equals_a_build_from_nothing(exports: Exports, tmp_path: Path) -> None:
    exports.courses(course(), course(實際修課學期="2", 科目名稱="國語文"))
    exports.item("基本資料", profile(), number="10000002")
    exports.item("第6學期成績單.pdf", PDF)
    first = build(tmp_path / "kept", exports.folder)
    assert (first.folders_parsed, first.folders_reused) == (2, 0)
    exports.item("第6學期成績單.pdf", PDF + b"corrected")
    second = build(tmp_path / "kept", exports.folder)
    assert (second.folders_parsed, second.folders_reused) == (0, 2)
    anew = build(tmp_path / "anew", exports.folder)
    assert (anew.folders_parsed, anew.folders_reused) == (2, 0)
    assert second.snapshot_id == anew.snapshot_id
    assert every_table(tmp_path / "kept", second) == every_table(tmp_path / "anew", anew)


def test_damaged_pack_is_read_anew(exports: Exports, tmp_path: Path) -> None:
    exports.courses(course())
    build(tmp_path / "snapshots", exports.folder)
    [pack] = (tmp_path / "snapshots" / CACHE_FOLDER).glob(f"*/*{PACK_SUFFIX}")
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    pack.write_bytes(content)
    stranger = pack.parents[1] / "another-program" / "x.pack"
    stranger.parent.mkdir()
    stranger.write_bytes(b"")
    exports.item("其他.pdf", PDF)
    report = build(tmp_path / "snapshots", exports.folder)
    assert (report.folders_parsed, report.folders_reused) == (1, 0)
    assert ask(tmp_path / "snapshots", report, "select count(*) from course_record") == [[(1,)]]
    assert not stranger.parent.exists()


def test_workers_and_tables_on_disk_say_what_one_process_says_in_memory(
    exports: Exports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports.courses(course())
    exports.item("基本資料", b"{", number="10000002")
    alone = build_snapshot(exports.folder, tmp_path / "alone", workers=1)
    monkeypatch.setattr(folder_batches, "ALONE_UP_TO", 0)
    monkeypatch.setattr(folder_batches, "FOLDERS_A_BATCH", 1)
    monkeypatch.setattr("pipelines.build.LARGE_FROM_BYTES", 0)
    together = build_snapshot(exports.folder, tmp_path / "together", workers=2)
    assert together.snapshot_id == alone.snapshot_id
    assert every_table(tmp_path / "together", together) == every_table(tmp_path / "alone", alone)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_of_any_unicode_encoding_is_read(exports: Exports, encoding: str) -> None:
    value: dict[str, Any] = {"學習紀錄": [course()]}
    exports.item("修課紀錄", json.dumps(value, ensure_ascii=False).encode(encoding))
    sql = "select text_encoding, rows_published from source_file where file_role = 'course_record'"
    assert exports.query(sql) == [(encoding, 1)]
