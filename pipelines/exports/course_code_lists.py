"""The course-code lists that the curriculum platform gives to schools."""

from __future__ import annotations

from pipelines.exports.inventory import ListedFile
from pipelines.exports.list_file import read_list
from pipelines.exports.reading import Reading


def read_course_code_lists(listed_files: list[ListedFile], reading: Reading) -> None:
    """One raw row per course offered; the same code and name again is set aside."""
    seen: set[tuple[str | None, str | None]] = set()
    for listed in listed_files:
        source, rows = read_list(listed, "course_code_list", "course_offer", reading)
        for position, (code, subject, credits) in rows:
            if (code, subject) in seen:
                reading.set_aside("repeated_course_offer", source, row=position, place=(None, code))
                continue
            seen.add((code, subject))
            reading.raw.add("raw_course_offer", (source.file_id, position, code, subject, credits))
