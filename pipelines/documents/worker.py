"""The throw-away program that looks into untrusted files; a file made to exhaust it ends this process and nothing else.

It is started with ``python -m pipelines.documents.worker CPU_SECONDS MEMORY_BYTES``, limits itself first, and answers
every line ``{"path", "folder"}`` with one line of JSON; thumbnails go into the folder, when one is named.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pipelines.documents.content_info import ContentInfo, Inspection, info_to_json
from pipelines.documents.limits import MOST_BYTES, allow_cpu_time, limit_process
from pipelines.documents.pdf_content import read_pdf
from pipelines.documents.picture_content import read_picture, refuse_bombs
from pipelines.documents.recording_content import read_recording
from pipelines.documents.thumbnails import CannotWrite, ThumbnailFolder, write_or_stop
from pipelines.exports.media_type import PDF_TYPE, media_type_of

PICTURE_TYPES = ("image/png", "image/jpeg")
RECORDING_TYPES = ("audio/mpeg", "video/mp4")
INFO_FILE = "info.json"
CANNOT_WRITE = 74
"""Exit code of a worker whose disk refuses, as in sysexits.h."""


def main() -> None:
    """Answer until the pipe closes."""
    cpu_seconds, memory_bytes = map(int, sys.argv[1:3])
    limit_process(memory_bytes)
    refuse_bombs()
    for line in sys.stdin.buffer:
        allow_cpu_time(cpu_seconds)
        request = json.loads(line)
        folder = Path(request["folder"]) if request["folder"] else None
        try:
            answer = _answer(Path(request["path"]), folder)
        except CannotWrite:
            sys.exit(CANNOT_WRITE)
        sys.stdout.buffer.write(answer + b"\n")
        sys.stdout.buffer.flush()


def _answer(path: Path, folder: Path | None) -> bytes:
    answer = info_to_json(_look_into(path, folder))
    if folder is not None:
        write_or_stop(folder / INFO_FILE, answer)
    return answer


def _look_into(path: Path, folder: Path | None) -> ContentInfo:
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    media_type = media_type_of(content, "")
    if len(content) > MOST_BYTES:
        return ContentInfo(media_type, Inspection.TOO_LARGE)
    try:
        return inspect_content(content, media_type, ThumbnailFolder(folder))
    except MemoryError:
        return ContentInfo(media_type, Inspection.GAVE_UP)


def inspect_content(content: bytes, media_type: str, thumbnails: ThumbnailFolder) -> ContentInfo:
    """What is inside; a content of no known kind under the name of one is broken."""
    if media_type == PDF_TYPE:
        return read_pdf(content, thumbnails)
    if media_type in PICTURE_TYPES:
        return read_picture(content, media_type, thumbnails)
    if media_type in RECORDING_TYPES:
        return read_recording(content, media_type)
    return ContentInfo(media_type, Inspection.BROKEN)


if __name__ == "__main__":
    main()
