"""Small JPEG pictures of pages and images, numbered from 1 in the folder of their content."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from pipelines.documents.limits import MOST_THUMBNAILS, THUMBNAIL_HEIGHT, THUMBNAIL_WIDTH

JPEG_QUALITY = 70


class CannotWrite(Exception):
    """The disk refuses: that is no fault of the content, so nothing may be kept of it."""


def write_or_stop(path: Path, content: bytes) -> None:
    """Raises CannotWrite."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CannotWrite from error


class ThumbnailFolder:
    """Takes pictures in the order of the pages until there are enough; without a folder it takes none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._sizes: list[int] = []

    @property
    def sizes(self) -> tuple[int, ...]:
        """Bytes of each picture drawn so far."""
        return tuple(self._sizes)

    @property
    def wants_more(self) -> bool:
        return self._folder is not None and len(self._sizes) < MOST_THUMBNAILS

    def add(self, picture: Image.Image) -> None:
        """The picture must have the size of a thumbnail already."""
        if self._folder is not None:
            buffer = BytesIO()
            picture.convert("RGB").save(buffer, "JPEG", quality=JPEG_QUALITY)
            write_or_stop(self._folder / f"{len(self._sizes) + 1}.jpg", buffer.getvalue())
            self._sizes.append(len(buffer.getvalue()))


def thumbnail_scale(width: float, height: float) -> float:
    """The factor to the width of a thumbnail; a very tall page becomes narrower instead."""
    return min(THUMBNAIL_WIDTH / width, THUMBNAIL_HEIGHT / height)
