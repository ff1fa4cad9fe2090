"""What was found in each content, kept below the snapshots, so that nothing is looked into twice."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipelines.documents.content_info import ContentInfo, UnreadableInfo, info_from_json
from pipelines.documents.worker import INFO_FILE

DERIVED_FOLDER = "derived"


class DerivedFiles:
    """``derived/<first two>/<sha256>/`` with info.json and the thumbnails 1.jpg, 2.jpg …"""

    def __init__(self, snapshots: Path) -> None:
        self._root = snapshots / DERIVED_FOLDER

    def find(self, sha256: str) -> ContentInfo | None:
        """What is known of a content; None when nothing is, or when the entry is not whole."""
        folder = self._folder(sha256)
        try:
            info = info_from_json((folder / INFO_FILE).read_bytes())
            sizes = tuple(
                (folder / f"{number}.jpg").stat().st_size for number in range(1, len(info.thumbnails) + 1)
            )
        except (OSError, UnreadableInfo):
            return None
        return info if sizes == info.thumbnails else None

    def keep(self, sha256: str, written: Path) -> None:
        """Move a finished entry to its place; whoever was first with a whole one stays."""
        target = self._folder(sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            written.rename(target)
        except OSError:
            if self.find(sha256) is None:
                shutil.rmtree(target, ignore_errors=True)
                written.rename(target)

    def _folder(self, sha256: str) -> Path:
        return self._root / sha256[:2] / sha256
