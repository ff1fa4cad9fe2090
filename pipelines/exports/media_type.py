"""What a file is, by its first bytes."""

from __future__ import annotations

UNKNOWN_TYPE = "application/octet-stream"
PDF_TYPE = "application/pdf"

_BY_START: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF_TYPE),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"ID3", "audio/mpeg"),
)
_BY_EXTENSION = {
    "pdf": PDF_TYPE,
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
}
_PDF_SEARCH_LENGTH = 1024
_PDF_TAIL_LENGTH = 2048
_TEXT_BY_EXTENSION = {
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "csv": "text/csv",
    "txt": "text/plain",
}


def media_type_of(content: bytes, extension: str) -> str:
    """Media type by content; the extension only tells text formats apart, which have no magic bytes."""
    for start, media_type in _BY_START:
        if content.startswith(start):
            return media_type
    if content[4:8] == b"ftyp":
        return "video/mp4"
    if _is_mpeg_audio(content):
        return "audio/mpeg"
    if b"%PDF-" in content[:_PDF_SEARCH_LENGTH]:
        return PDF_TYPE
    return _TEXT_BY_EXTENSION.get(extension, UNKNOWN_TYPE)


def _is_mpeg_audio(content: bytes) -> bool:
    """An MPEG frame header: eleven set bits and a layer that exists."""
    return len(content) > 1 and content[0] == 0xFF and content[1] & 0xE0 == 0xE0 and content[1] & 0x06 != 0


def is_other_than_named(media_type: str, extension: str) -> bool:
    """Whether a media file's name promises another format than its content has."""
    promised = _BY_EXTENSION.get(extension)
    return promised is not None and promised != media_type


def is_truncated_pdf(media_type: str, content: bytes) -> bool:
    """Whether a PDF lacks its end mark, which readers seek in the last kilobytes."""
    return media_type == PDF_TYPE and b"%%EOF" not in content[-_PDF_TAIL_LENGTH:]


def is_media_name(extension: str) -> bool:
    return extension in _BY_EXTENSION
