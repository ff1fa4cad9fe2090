"""Archives: what is in them arrives whole, what is hostile arrives as a problem and touches nothing."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from pathlib import Path
from zlib import crc32

import pytest

from pipelines.exports.archive_limits import ArchiveLimits
from pipelines.exports.archives import UnpackedArchive, unpack_archive
from pipelines.exports.inventory import ListedFile
from tests.pipelines.exports.crafted_zip import (
    DEVICE_MODE,
    SYMLINK_MODE,
    Crafted,
    crafted_zip,
    deflated,
    plain_zip,
)

SMALL = ArchiveLimits(
    entries=100, entry_bytes=1 << 20, total_bytes=1 << 21, ratio_from_bytes=1 << 14, ratio=200
)
PLACE = ("第一批", "a.zip")


class Unpacking:
    """Archives unpacked below a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.into = folder / "into"

    def __call__(self, content: bytes, *, limits: ArchiveLimits = SMALL) -> UnpackedArchive:
        archive = self.folder / "a.zip"
        archive.write_bytes(content)
        return unpack_archive(ListedFile(str(archive), PLACE), self.into, limits=limits)

    def crafted(self, *entries: Crafted) -> UnpackedArchive:
        return self(crafted_zip(entries))

    def on_disk(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*"))


@pytest.fixture
def unpack(tmp_path: Path) -> Unpacking:
    return Unpacking(tmp_path)


def contents(unpacked: UnpackedArchive) -> dict[str, bytes]:
    return {"/".join(listed.parts): Path(listed.path).read_bytes() for listed in unpacked.files}


def problems(unpacked: UnpackedArchive) -> list[tuple[str, str | None]]:
    return [(problem.rule, problem.relative_path) for problem in unpacked.problems]


def test_files_arrive_at_their_place_under_a_number(unpack: Unpacking) -> None:
    files = {"040/040ddd/1/1_修課紀錄.json": b"{}", "040/040ddd/1/a.pdf": random.Random(1).randbytes(700_000)}
    unpacked = unpack(plain_zip(files))
    assert contents(unpacked) == {f"第一批/{name}": content for name, content in files.items()}
    assert unpacked.problems == ()
    assert [Path(listed.path).name for listed in unpacked.files] == ["1", "2"]
    assert unpacked.files[0].shown_path == "第一批/a.zip!/040/040ddd/1/1_修課紀錄.json"


def test_stored_empty_and_long_files_arrive_whole(unpack: Unpacking) -> None:
    # A piece that is exactly full may have more waiting although the input is used up.
    long = b"a" * (3 << 18)
    loose = ArchiveLimits()
    archive = crafted_zip(
        [
            Crafted(b"stored", b"as it is", method=0),
            Crafted(b"empty", b"", method=0),
            Crafted(b"nothing", b""),
            Crafted(b"long", long),
        ]
    )
    unpacked = unpack(archive, limits=loose)
    expected = {"stored": b"as it is", "empty": b"", "nothing": b"", "long": long}
    assert contents(unpacked) == {f"第一批/{name}": content for name, content in expected.items()}
    assert unpacked.problems == ()


def test_folders_are_no_files(unpack: Unpacking) -> None:
    folder = Crafted("040/系/".encode(), b"", method=0, mode=0o040755)
    unpacked = unpack.crafted(folder, Crafted("040/系/x".encode()))
    assert contents(unpacked) == {"第一批/040/系/x": b"{}"}
    assert unpacked.problems == ()


@pytest.mark.parametrize(
    ("raw_name", "flags", "extra"),
    [
        ("許功蓋/成績單.json".encode("cp950"), 0, b""),
        ("許功蓋/成績單.json".encode(), 0, b""),
        ("許功蓋/成績單.json".encode(), 0x800, b""),
        (b"??/x", 0, "許功蓋/成績單.json".encode()),
    ],
    ids=["CP950", "UTF-8 without the flag", "UTF-8", "Unicode path field"],
)
def test_names_in_chinese_arrive(unpack: Unpacking, raw_name: bytes, flags: int, extra: bytes) -> None:
    if extra:
        extra = struct.pack("<2HBL", 0x7075, 5 + len(extra), 1, crc32(raw_name)) + extra
    unpacked = unpack.crafted(Crafted(raw_name, flags=flags, extra=extra))
    assert contents(unpacked) == {"第一批/許功蓋/成績單.json": b"{}"}


@pytest.mark.parametrize(
    "name",
    [
        b"../x.json",
        b"a/../../x.json",
        b"/etc/x.json",
        b"C:/x.json",
        b"c:x.json",
        b"..\\x.json",
        b"a\\x.json",
        b"\\\\host\\x",
        b"a/./x",
        b"a//x",
        b"",
        b".",
        b"x\x00.json",
        b"a\nb",
        b"\x1b[2J",
        b"con",
        b"a/NUL.json",
        b"com1.txt/x",
        b"\xff\xfe\xff",
        b"a" * 2000,
        b"folder-with-data/",
    ],
)
def test_entry_with_a_hostile_name_is_set_aside_alone(unpack: Unpacking, name: bytes) -> None:
    unpacked = unpack.crafted(Crafted(name), Crafted(b"good"))
    assert contents(unpacked) == {"第一批/good": b"{}"}
    assert [problem.rule for problem in unpacked.problems] == ["archive_entry_refused"]
    assert unpack.on_disk() == ["a.zip", "into", "into/1"]


@pytest.mark.parametrize("mode", [SYMLINK_MODE, DEVICE_MODE, 0o010644, 0o140644])
def test_link_device_and_pipe_are_set_aside(unpack: Unpacking, mode: int) -> None:
    unpacked = unpack.crafted(Crafted(b"x", b"/etc/passwd", mode=mode), Crafted(b"good"))
    assert contents(unpacked) == {"第一批/good": b"{}"}
    assert problems(unpacked) == [("archive_entry_refused", "第一批/a.zip!/x")]


@pytest.mark.parametrize("second", ["a/x.json", "A/X.JSON", "a/e\u0301.json"])
def test_second_file_of_one_name_is_set_aside(unpack: Unpacking, second: str) -> None:
    first = "a/\u00e9.json" if "\u0301" in second else "a/x.json"
    unpacked = unpack.crafted(Crafted(first.encode(), b"first"), Crafted(second.encode(), b"second"))
    assert contents(unpacked) == {f"第一批/{first}": b"first"}
    assert problems(unpacked) == [("archive_entry_repeated", f"第一批/a.zip!/{second}")]


def test_second_file_of_one_name_counts_when_the_first_is_damaged(unpack: Unpacking) -> None:
    unpacked = unpack.crafted(Crafted(b"x", b"first", crc=1), Crafted(b"x", b"second"))
    assert contents(unpacked) == {"第一批/x": b"second"}


@pytest.mark.parametrize(
    "entry",
    [
        Crafted(b"x", crc=1),
        Crafted(b"x", b"a" * 5000, size=10),
        Crafted(b"x", size=10),
        Crafted(b"x", local_name=b"y"),
        Crafted(b"x", local_name=b"longer"),
        Crafted(b"x", packed=b"\x07garbage"),
        Crafted(b"x", packed=deflated(b"{}")[:-1]),
        Crafted(b"x", packed=deflated(b"{}") + b"more"),
        Crafted(b"x", packed=b""),
        Crafted(b"x", b"ab", method=0, size=3),
    ],
    ids=[
        "crc",
        "too long",
        "too short",
        "other name",
        "longer name",
        "garbage",
        "cut",
        "more",
        "none",
        "stored",
    ],
)
def test_damaged_entry_is_set_aside_alone(unpack: Unpacking, entry: Crafted) -> None:
    unpacked = unpack.crafted(entry, Crafted(b"good" * 10))
    assert contents(unpacked) == {"第一批/" + "good" * 10: b"{}"}
    assert problems(unpacked) == [("archive_entry_damaged", "第一批/a.zip!/x")]


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        (Crafted(b"x", flags=0x801), "archive_encrypted"),
        (Crafted(b"x", method=99, flags=0x801), "archive_encrypted"),
        (Crafted(b"x", method=9), "archive_entry_unsupported"),
        (Crafted(b"x", method=14), "archive_entry_unsupported"),
        (Crafted(b"x", size=(1 << 20) + 1), "archive_too_large"),
        (Crafted(b"x", b"\0" * (1 << 19)), "archive_too_large"),
    ],
    ids=["encrypted", "AES", "deflate64", "lzma", "declared size", "ratio"],
)
def test_entry_that_cannot_be_taken_says_why(unpack: Unpacking, entry: Crafted, rule: str) -> None:
    unpacked = unpack.crafted(entry, Crafted(b"good"))
    assert contents(unpacked) == {"第一批/good": b"{}"}
    assert problems(unpacked) == [(rule, "第一批/a.zip!/x")]


def test_system_files_are_counted_not_taken(unpack: Unpacking) -> None:
    names = ["__MACOSX/040/1/._x.json", "040/.DS_Store", "040/Thumbs.db", "040/x.json"]
    unpacked = unpack(plain_zip(dict.fromkeys(names, b"{}")))
    assert contents(unpacked) == {"第一批/040/x.json": b"{}"}
    assert problems(unpacked) == [("archive_system_file", "第一批/a.zip")]
    assert unpacked.problems[0].raw_value == "3"


def test_archives_within_archives_are_unpacked_where_they_lie(unpack: Unpacking) -> None:
    inner = plain_zip({"1/1_修課紀錄.json": b"[]"})
    middle = plain_zip({"040ddd/b.ZIP": inner, "040ddd/note.txt": b"note"})
    unpacked = unpack(plain_zip({"040/m.zip": middle}))
    assert contents(unpacked) == {
        "第一批/040/040ddd/1/1_修課紀錄.json": b"[]",
        "第一批/040/040ddd/note.txt": b"note",
    }
    assert {listed.shown_path for listed in unpacked.files} == {
        "第一批/a.zip!/040/m.zip!/040ddd/b.ZIP!/1/1_修課紀錄.json",
        "第一批/a.zip!/040/m.zip!/040ddd/note.txt",
    }
    assert len(list(unpack.into.iterdir())) == 2


def test_archive_packed_once_more_under_its_name_is_unpacked(unpack: Unpacking) -> None:
    unpacked = unpack(plain_zip({"a.zip": plain_zip({"a.zip": plain_zip({"x": b"{}"})})}))
    assert (contents(unpacked), unpacked.problems) == ({"第一批/x": b"{}"}, ())


def test_nested_bomb_stops_at_the_depth(unpack: Unpacking) -> None:
    bomb = plain_zip({"zeros": b"\0" * 100_000})
    for _ in range(6):
        bomb = plain_zip({f"{number}.zip": bomb for number in range(3)})
    unpacked = unpack(bomb)
    assert unpacked.files == ()
    assert {rule for rule, _ in problems(unpacked)} == {"archive_nested_too_deep"}
    assert len(unpacked.problems) == 27
    assert unpack.on_disk() == ["a.zip", "into"]


def test_archive_beyond_the_total_is_refused_whole(unpack: Unpacking) -> None:
    big = random.Random(2).randbytes(900_000)
    inner = plain_zip({"b.zip": plain_zip({"1": big})})
    unpacked = unpack(plain_zip({"good": b"{}", "b.zip": inner, "2": big, "3": b"{}"}))
    assert unpacked.files == ()
    assert problems(unpacked) == [("archive_too_large", "第一批/a.zip")]
    assert unpack.on_disk() == ["a.zip", "into"]


def test_archive_of_too_many_entries_is_refused_whole(unpack: Unpacking) -> None:
    unpacked = unpack(plain_zip({str(number): b"" for number in range(101)}))
    assert (unpacked.files, problems(unpacked)) == ((), [("archive_too_large", "第一批/a.zip")])


@pytest.mark.parametrize("count", [0, 1, 3, 500])
def test_count_that_lies_hides_nothing(unpack: Unpacking, count: int) -> None:
    unpacked = unpack(crafted_zip([Crafted(b"x"), Crafted(b"y")], count=count))
    if count > 2:
        assert problems(unpacked) == [
            ("archive_too_large" if count > 100 else "archive_refused", "第一批/a.zip")
        ]
    else:
        assert contents(unpacked) == {"第一批/x": b"{}", "第一批/y": b"{}"}


def test_overlapping_entries_are_refused_whole(unpack: Unpacking) -> None:
    kernel = Crafted(b"x", random.Random(3).randbytes(10_000))
    same = Crafted(b"y", kernel.content, offset=0)
    unpacked = unpack.crafted(kernel, same)
    assert (unpacked.files, problems(unpacked)) == ((), [("archive_overlapping", "第一批/a.zip")])


def test_quoted_headers_are_refused_whole(unpack: Unpacking) -> None:
    """One entry reaches over the header of the next, as in the bomb that needs no nesting."""
    reaching = Crafted(b"x", b"a" * 400, method=0)
    unpacked = unpack.crafted(reaching, Crafted(b"y", offset=60))
    assert (unpacked.files, problems(unpacked)) == ((), [("archive_overlapping", "第一批/a.zip")])


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"no archive at all", b"%PDF-1.7\n%%EOF\n", b"PK\5\6" + b"\xff" * 18]
)
def test_what_is_no_archive_is_refused(unpack: Unpacking, content: bytes) -> None:
    unpacked = unpack(content)
    assert unpacked.files == ()
    assert [path for _, path in problems(unpacked)] == ["第一批/a.zip"]
    assert problems(unpacked)[0][0] in ("archive_refused", "archive_too_large")


def test_truncated_archive_is_refused_wherever_it_ends(unpack: Unpacking) -> None:
    whole = plain_zip({"a": random.Random(4).randbytes(3000), "b": b"[]"})
    for length in range(1, len(whole), 97):
        unpacked = Unpacking(unpack.folder)(whole[:length])
        assert (unpacked.files, problems(unpacked)) == ((), [("archive_refused", "第一批/a.zip")])


def test_damaged_bytes_never_give_other_content(tmp_path: Path) -> None:
    """One byte changed anywhere: every file that arrives is one that was packed."""
    files = {"a/x.json": b'{"a": 1}' * 40, "a/y.json": random.Random(5).randbytes(300)}
    whole = plain_zip(files)
    for place in range(len(whole)):
        folder = tmp_path / str(place)
        folder.mkdir()
        damaged = whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
        arrived = contents(Unpacking(folder)(damaged))
        assert set(arrived.values()) <= set(files.values())


def test_inner_archive_that_is_broken_leaves_the_others(unpack: Unpacking) -> None:
    unpacked = unpack(plain_zip({"b.zip": b"broken", "c.zip": plain_zip({"x": b"{}"})}))
    assert contents(unpacked) == {"第一批/x": b"{}"}
    assert problems(unpacked) == [("archive_refused", "第一批/a.zip!/b.zip")]


def test_archive_of_sixty_four_bit_fields_arrives(unpack: Unpacking) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, archive.open("x", "w", force_zip64=True) as entry:
        entry.write(b"{}")
    assert contents(unpack(stream.getvalue())) == {"第一批/x": b"{}"}


def test_archive_of_more_entries_than_sixteen_bits_count_arrives(unpack: Unpacking) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(65_600):
            archive.writestr(zipfile.ZipInfo(f"__MACOSX/{number}"), b"")
        archive.writestr("x", b"{}")
    unpacked = unpack(stream.getvalue(), limits=ArchiveLimits())
    assert contents(unpacked) == {"第一批/x": b"{}"}
    assert unpacked.problems[0].raw_value == "65600"
