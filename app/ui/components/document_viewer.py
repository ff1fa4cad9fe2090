"""Documents and loose files of a category, opened in place."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.evidence import ApplicationId, CategoryCode, EvidenceFile, SnapshotId
from app.ui.components.part import desk_part
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords

KILO = 1024


def draw_document_viewer(
    files: Sequence[tuple[str, EvidenceFile]],
    place: tuple[ApplicationId, CategoryCode],
    *,
    snapshot_id: SnapshotId,
    words: DeskWords,
    is_low: bool = False,
) -> None:
    """Files with their labels, the first one opened; ``is_low`` leaves room for a note above."""
    desk_part("document_viewer")(
        key=state.content_key("viewer", *place),
        data={
            "snapshot": snapshot_id,
            "files": [{**file_data(file), "label": label} for label, file in files],
            "is_low": is_low,
            "words": file_words(words),
        },
    )


def file_data(file: EvidenceFile) -> dict[str, str]:
    """A file as the browser parts want it."""
    return {
        "key": file.file_key,
        "name": file.file_name,
        "kind": file.media_kind,
        "size": size_text(file.byte_size),
    }


def size_text(byte_size: int) -> str:
    """A size to be read: 12 KB, 1.4 MB."""
    if byte_size < KILO * KILO:
        return f"{max(1, round(byte_size / KILO))} KB"
    return f"{byte_size / KILO / KILO:.1f} MB"


def file_words(words: DeskWords) -> dict[str, str]:
    """What the viewer of a file says."""
    return {
        "open_original": words.open_original,
        "loading": words.loading,
        "page_of": words.page_of,
        "zoom_in": words.zoom_in,
        "zoom_out": words.zoom_out,
        "fit_width": words.fit_width,
        "cannot_show": words.cannot_show,
        "no_preview": words.no_preview,
        "no_connection": words.no_connection,
        "kind_pdf": words.kind_pdf,
        "kind_image": words.kind_image,
        "kind_audio": words.kind_audio,
        "kind_video": words.kind_video,
        "kind_other": words.kind_other,
    }
