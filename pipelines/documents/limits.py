"""What one untrusted content may cost, and how much of it is looked at."""

from __future__ import annotations

import sys
from dataclasses import dataclass

if sys.platform != "win32":
    import resource

MOST_BYTES = 100 * 1024**2
MOST_PAGES = 1000
MOST_PAGE_CHARACTERS = 100_000
MOST_CHARACTERS = 500_000
MOST_IMAGE_PIXELS = 60_000_000
MOST_THUMBNAILS = 6
"""Later pages are drawn when somebody opens them."""
THUMBNAIL_WIDTH = 180
THUMBNAIL_HEIGHT = 720
MOST_ANSWER_BYTES = 64 * 1024**2
MOST_WRITTEN_BYTES = 16 * 1024**2
FILES_A_PROCESS = 500
"""A process is thrown away after so many contents, whatever they left behind in it."""


@dataclass(frozen=True)
class InspectionLimits:
    """Per content: processor and wall time; memory for the process that looks at it."""

    cpu_seconds: int = 15
    wall_seconds: float = 25.0
    memory_bytes: int = 2 * 1024**3


DEFAULT_LIMITS = InspectionLimits()


def limit_process(memory_bytes: int) -> None:
    """No more memory, no core file, no large file; Windows knows the wall time only."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN_BYTES, MOST_WRITTEN_BYTES))


def allow_cpu_time(cpu_seconds: int) -> None:
    """The limit counts from the start of the process, so every content moves it on."""
    if sys.platform != "win32":
        usage = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(usage.ru_utime + usage.ru_stime) + cpu_seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))
