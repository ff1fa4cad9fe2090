"""What a process and its children have used so far, as Linux counts it: processor seconds and resident memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MEGABYTE = 1 << 20


def family(process_id: int) -> Iterator[int]:
    """The process, its children and theirs."""
    yield process_id
    try:
        text = Path(f"/proc/{process_id}/task/{process_id}/children").read_text()
    except OSError:
        return
    for child in text.split():
        yield from family(int(child))


def cpu_seconds(process_id: int) -> float:
    """User and system seconds of the family; of children that ended too, once they were waited for."""
    return sum(sum(map(int, _stat(each)[11:15])) for each in family(process_id)) / _TICKS


def resident_mb(process_id: int) -> float:
    """Memory of the process itself."""
    return int(Path(f"/proc/{process_id}/statm").read_text().split()[1]) * _PAGE / _MEGABYTE


def _stat(process_id: int) -> list[str]:
    try:
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["0"] * 20
