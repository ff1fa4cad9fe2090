"""The syllabus lists in the documented CSV or JSON form."""

from __future__ import annotations

from pipelines.exports.inventory import ListedFile
from pipelines.exports.keys import make_key
from pipelines.exports.list_file import read_list
from pipelines.exports.reading import Reading


def read_syllabi(listed_files: list[ListedFile], reading: Reading) -> None:
    """One raw row per syllabus."""
    for listed in listed_files:
        source, rows = read_list(listed, "syllabus_list", "syllabus", reading)
        for position, values in rows:
            syllabus_id = make_key("syllabus", source.relative_path, position)
            reading.raw.add("raw_syllabus", (syllabus_id, source.file_id, position, *values))
