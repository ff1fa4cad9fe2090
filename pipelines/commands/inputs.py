"""What a person names on the command line is looked at before anything is read, and refused with the next step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zipfile import is_zipfile

from pipelines.errors import UnreadableExports

ABSENT = "找不到；請確認路徑 (not found: check the path)"
EMPTY = "資料夾是空的；請確認下載與解壓縮是否完成 (the folder is empty: check the download)"
NOT_A_ZIP = (
    "不是資料夾，也不是完整的 zip 檔；請指定收到的資料夾，或重新下載此檔"
    " (neither a folder nor a whole zip file: name the folder received, or download the file again)"
)
NOT_A_FILE = (
    "不是檔案；請指定 python -m app aliases 寫出的 CSV (not a file: name the CSV of python -m app aliases)"
)


def require_inputs(exports: Sequence[Path], aliases: Path | None) -> None:
    """Raises UnreadableExports for the first place that cannot be what it is named as."""
    for place in exports:
        if reason := _fault(place):
            raise UnreadableExports(place, reason)
    if aliases is not None and not aliases.is_file():
        raise UnreadableExports(aliases, NOT_A_FILE if aliases.exists() else ABSENT)


def _fault(place: Path) -> str | None:
    if not place.exists():
        return ABSENT
    if place.is_dir():
        return None if any(place.iterdir()) else EMPTY
    return None if is_zipfile(place) else NOT_A_ZIP
