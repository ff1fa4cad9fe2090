"""An MP3 or MP4 from inside: how long it plays, as far as that can be believed."""

from __future__ import annotations

import math
import struct
from io import BytesIO

from tinytag import TinyTag, TinyTagException

from pipelines.documents.content_info import ContentInfo, Inspection

LONGEST_SECONDS = 24 * 60 * 60
FEWEST_BYTES_A_SECOND = 100
"""A header may claim any length; speech needs some ten times as many bytes."""


def read_recording(content: bytes, media_type: str) -> ContentInfo:
    """Only the headers are read; nothing is decoded or played."""
    try:
        claimed = TinyTag.get(file_obj=BytesIO(content), tags=False, duration=True).duration
    except (TinyTagException, ValueError, ArithmeticError, LookupError, OSError, struct.error):
        return ContentInfo(media_type, Inspection.BROKEN)
    return ContentInfo(media_type, Inspection.FINE, duration_seconds=believable(claimed, len(content)))


def believable(seconds: float | None, byte_size: int) -> float | None:
    """The length in tenths of a second; None when there is none or the content is too small for it."""
    if seconds is None or not math.isfinite(seconds):
        return None
    longest = min(LONGEST_SECONDS, byte_size / FEWEST_BYTES_A_SECOND)
    return round(seconds, 1) if 0 < seconds <= longest else None
