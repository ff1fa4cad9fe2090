"""The arrow tables of what was found, written aside block by block, so that the texts of a whole round need no memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from pipelines.decode.text import fold_text
from pipelines.documents.content_info import ContentInfo
from pipelines.exports.text_arrays import count_array, text_array

Found = tuple[str, ContentInfo]

_COUNTS = ("page_count", "text_characters", "picture_count", "width", "height")
MEDIA_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("sha256", "media_type", "inspection", "duration_seconds")]
    + [(name, pa.int32()) for name in (*_COUNTS, "thumbnails")]
)
PAGE_SCHEMA = pa.schema(
    [
        ("sha256", pa.string()),
        ("page_number", pa.int32()),
        ("text", pa.string()),
        ("folded_text", pa.string()),
    ]
)


class InspectionTables:
    """Takes blocks of findings; the tables stay readable after the folder is gone."""

    def __init__(self, folder: Path) -> None:
        self._media = _SpilledTable(folder / "media_file.arrow", MEDIA_SCHEMA)
        self._pages = _SpilledTable(folder / "document_page.arrow", PAGE_SCHEMA)
        self.count = 0

    def add(self, block: Sequence[Found]) -> None:
        self._media.add(_media_table(block))
        self._pages.add(_page_table(block))
        self.count += len(block)

    def finish(self) -> dict[str, pa.Table]:
        return {"raw_media_file": self._media.finish(), "raw_document_page": self._pages.finish()}


class _SpilledTable:
    """A table on disk that is mapped into memory, not read."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._path = path
        self._schema = schema
        self._writer = pa.ipc.new_file(str(path), schema)

    def add(self, table: pa.Table) -> None:
        self._writer.write_table(table)

    def finish(self) -> pa.Table:
        self._writer.close()
        return pa.ipc.open_file(pa.memory_map(str(self._path))).read_all()


def _media_table(block: Sequence[Found]) -> pa.Table:
    infos = [info for _, info in block]
    texts = (
        [sha256 for sha256, _ in block],
        [info.media_type for info in infos],
        [info.inspection.value for info in infos],
        [info.duration_seconds for info in infos],
    )
    counts = [[getattr(info, name) for info in infos] for name in _COUNTS]
    counts.append([len(info.thumbnails) for info in infos])
    arrays = [*(text_array(each) for each in texts), *(count_array(each) for each in counts)]
    return pa.Table.from_arrays(arrays, schema=MEDIA_SCHEMA)


def _page_table(block: Sequence[Found]) -> pa.Table:
    rows = [
        (sha256, number, text) for sha256, info in block for number, text in enumerate(info.pages, start=1)
    ]
    arrays = [
        text_array([sha256 for sha256, _, _ in rows]),
        count_array([number for _, number, _ in rows]),
        text_array([text for _, _, text in rows]),
        text_array([fold_text(text) for _, _, text in rows]),
    ]
    return pa.Table.from_arrays(arrays, schema=PAGE_SCHEMA)
