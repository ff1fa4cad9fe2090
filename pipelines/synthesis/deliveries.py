"""Makes a later delivery of exports already written, and packs deliveries as they are downloaded."""

import random
import shutil
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import orjson

from pipelines.synthesis.draft import ACTIVITIES, PROFILE
from pipelines.synthesis.pdf_layout import Block, Heading, Paragraph, Table, compose_pdf
from pipelines.synthesis.seeded import stream

_TRANSCRIPT = "第6學期成績單"
_TRANSCRIPT_SHARE = 0.6
_CORRECTION_SHARE = 0.15
_ZIP_TIME = (2026, 5, 20, 9, 0, 0)
_BOM = b"\xef\xbb\xbf"


class Change(StrEnum):
    """What a file of the later delivery is to the earlier one."""

    REPLACED = "replaced"
    VANISHED = "vanished"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class LaterFile:
    """``path`` is the same in both deliveries; a vanished file is an attachment that the later one no longer links."""

    change: Change
    path: str


def _read(path: Path) -> Any:
    return orjson.loads(path.read_bytes().removeprefix(_BOM))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _transcript(number: str, rng: random.Random) -> bytes:
    rows = [("114", "2", name, "", "", str(rng.randint(60, 99))) for name in ("國語文", "英語文", "體育")]
    header = ("學年度", "學期", "科目名稱", "類別", "學分", "成績")
    text = f"編號：{number}　更正後成績單"
    blocks: list[Block] = [
        Heading(_TRANSCRIPT, 18),
        Paragraph(text),
        Table(header, rows, (50, 40, 210, 100, 40, 43)),
    ]
    return compose_pdf(blocks, title=_TRANSCRIPT)


def _later_transcripts(first: Path, later: Path, rng: random.Random) -> Iterable[LaterFile]:
    for path in sorted(first.glob(f"*_grade6/*/*/*_{_TRANSCRIPT}.pdf")):
        if rng.random() < _TRANSCRIPT_SHARE:
            relative = path.relative_to(first)
            _write(later / relative, _transcript(path.parent.name, rng))
            yield LaterFile(Change.REPLACED, relative.as_posix())


def _linked(first: Path) -> list[tuple[Path, str, int]]:
    """(activities file, list, row) of every entry whose only document lies in the folder."""
    found = []
    for path in _readable(first, ACTIVITIES):
        for name, entries in _read(path).items():
            for row, entry in enumerate(entries):
                link = entry.get("證明文件連結")
                if link and (path.parent / link).is_file():
                    found.append((path, name, row))
    return found


def _readable(first: Path, item: str) -> list[Path]:
    found = []
    for path in sorted(first.glob(f"*/*/*/*_{item}.json")):
        try:
            _read(path)
        except orjson.JSONDecodeError:
            continue
        found.append(path)
    return found


def _later_vanished(first: Path, later: Path, rng: random.Random) -> list[LaterFile]:
    """One applicant withdraws one document: the corrected list no longer links it."""
    linked = _linked(first)
    if not linked:
        return []
    path, name, row = rng.choice(linked)
    lists, relative = _read(path), path.relative_to(first)
    gone = (relative.parent / lists[name][row]["證明文件連結"]).as_posix()
    lists[name][row]["證明文件連結"] = None
    _write(later / relative, orjson.dumps(lists))
    return [LaterFile(Change.REPLACED, relative.as_posix()), LaterFile(Change.VANISHED, gone)]


def _later_profiles(first: Path, later: Path, rng: random.Random) -> Iterable[LaterFile]:
    """Corrected names of schools' districts; and one file that arrives again as it was."""
    paths = _readable(first, PROFILE)
    chosen = sorted(rng.sample(paths, max(2, round(len(paths) * _CORRECTION_SHARE))))
    for path in chosen[1:]:
        profile, relative = _read(path), path.relative_to(first)
        profile["學習型態"] = "實驗教育" if profile["學習型態"] == "一般" else "一般"
        _write(later / relative, orjson.dumps(profile))
        yield LaterFile(Change.REPLACED, relative.as_posix())
    again = chosen[0].relative_to(first)
    _write(later / again, chosen[0].read_bytes())
    yield LaterFile(Change.UNCHANGED, again.as_posix())


def deliver_later(first: Path, later: Path, *, seed: int) -> list[LaterFile]:
    """Fills ``later`` with a second delivery to the exports ``first`` and says what each of its files supersedes.

    It holds sixth-semester transcripts for most, corrected profiles for some, one of them unchanged, and one
    activities file that no longer links a document of the first delivery.
    """
    rng = stream(seed, "later delivery")
    later.mkdir(parents=True, exist_ok=True)
    notice = "SYNTHETIC — 本資料夾全部內容皆為程式產生的合成資料（補送與更正）。\n"
    _write(later / "SYNTHETIC.txt", notice.encode())
    files = [
        *_later_transcripts(first, later, rng),
        *_later_profiles(first, later, rng),
        *_later_vanished(first, later, rng),
    ]
    return sorted(files, key=lambda file: (file.path, file.change))


def _pack(folder: Path, target: Path, *, prefix: str = "") -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(item for item in folder.rglob("*") if item.is_file()):
            name = f"{prefix}{path.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def zip_delivery(folder: Path, target: Path, *, nested: bool) -> None:
    """Packs ``folder`` as ``target``; ``nested`` packs every folder below it by itself first, as portals do."""
    if not nested:
        _pack(folder, target)
        return
    work = target.with_suffix(".parts")
    work.mkdir()
    for item in sorted(folder.iterdir()):
        if item.is_dir():
            _pack(item, work / f"{item.name}.zip", prefix=f"{item.name}/")
        else:
            shutil.copyfile(item, work / item.name)
    _pack(work, target)
    shutil.rmtree(work)
