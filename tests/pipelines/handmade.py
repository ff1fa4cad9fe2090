"""Tiny export folders written by hand, and a look into what a build made of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb

from pipelines.build import BuildReport, build_snapshot
from pipelines.snapshot import snapshot_path

NUMBER = "10000001"
PROGRAMME = "999101"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
"""One empty page."""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef924"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
"""One pixel."""
CODE = "111041305H11101A1010203"
PROGRAMME_HEADER = "入學管道,學年度,學校代碼,學校名稱,校系代碼,校系名稱"

Rows = list[tuple[Any, ...]]


def bins(**counts: int) -> dict[str, int]:
    """A distribution as handed over; ``b88=4`` puts four in [88, 89)."""
    named = {int(name[1:]): count for name, count in counts.items()}
    return {f"組距{low}_{low + 1}的人數": named.get(low, 0) for low in range(100)}


def course(**changes: Any) -> dict[str, Any]:
    row = {
        "實際修課學年度": "111",
        "實際修課學期": "1",
        "課程代碼": CODE,
        "科目名稱": "數學",
        "學分數": "4",
        "課程類別": "部定必修",
        "課程領域資訊": {"名稱": "數學領域"},
        "學業成績": {"分數": "88"},
        "母體人數": 40,
        "本科目分數級距分布": bins(b10=30, b88=4, b95=6),
    }
    return row | changes


def semester(**changes: Any) -> dict[str, Any]:
    level = {"母體人數": 40, "分數級距分布": bins(b10=30, b88=4, b95=6)}
    row = {
        "學年度": "111",
        "學期": "1",
        "學生學期成績": "88.5",
        "校學習相對表現資訊": level | {"就讀學校資訊": {"名稱": "忠信高中"}},
        "群別學習相對表現資訊": level | {"就讀群別資訊": {"名稱": "學術學程"}},
        "科班學程別學習相對表現資訊": None,
    }
    return row | changes


def profile(**changes: Any) -> dict[str, Any]:
    row = {"編號": NUMBER, "姓名": "林○○", "學校代碼": "041305", "學校名稱": "忠信高中", "是否低收入戶": "否"}
    return row | changes


class Exports:
    """An export folder under construction."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.snapshots = folder.parent / "snapshots"
        self._last: tuple[object, BuildReport] | None = None
        folder.mkdir()

    def write(self, path: str, content: bytes | str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def item(self, name: str, value: Any, *, number: str = NUMBER, programme: str = PROGRAMME) -> None:
        """One file of an applicant; a value that is no bytes is written as JSON."""
        content = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
        suffix = "" if "." in name else ".json"
        self.write(f"999/{programme}/{number}/{number}_{name}{suffix}", content)

    def courses(self, *rows: dict[str, Any], semesters: tuple[dict[str, Any], ...] = ()) -> None:
        self.item("修課紀錄", {"學期成績與學習相對表現資訊": list(semesters), "學習紀錄": list(rows)})

    def programmes(self, *rows: str) -> None:
        self.write("programmes.csv", "\ufeff" + "\r\n".join([PROGRAMME_HEADER, *rows]) + "\r\n")

    def build(self) -> BuildReport:
        """Build, even when nothing changed."""
        return build_snapshot(self.folder, self.snapshots)

    def built(self) -> BuildReport:
        """What the build before the last question said if every file is still as it was then, else a new one."""
        state = self._state()
        if self._last is None or self._last[0] != state:
            self._last = state, self.build()
        return self._last[1]

    def _state(self) -> frozenset[tuple[Path, int, int, int]]:
        found = ((path, path.lstat()) for path in sorted(self.folder.rglob("*")))
        return frozenset((path, each.st_ino, each.st_size, each.st_mtime_ns) for path, each in found)

    def query(self, sql: str) -> Rows:
        """Build, and ask the snapshot."""
        report = self.built()
        assert report.failed_checks == ()
        assert report.snapshot_id is not None
        path = snapshot_path(self.snapshots, report.snapshot_id)
        with duckdb.connect(str(path), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def problems(self) -> dict[str, int]:
        """The problems that a folder with one applicant and no lists does not have anyway."""
        usual = {"programme_list_missing", "course_code_list_missing", "syllabus_list_missing"}
        usual |= {"programme_unlisted", "item_missing"}
        return {rule: count for rule, count in self.built().problems.items() if rule not in usual}
