"""The right answers of matching, which synthetic exports carry so that matches can be scored."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.exports.inventory import ListedFile
from pipelines.exports.list_file import ListForm, read_list
from pipelines.exports.reading import Reading

FORM = ListForm("match_truth", "match_truth", ("course_code", "subject", "syllabus_course_code"))
TRUTH_COLUMNS = ("course_code", "subject", "syllabus_course_code", "variation")
TABLE = "raw_match_truth"


def read_match_truth(listed_files: Sequence[ListedFile], reading: Reading) -> None:
    """One raw row per course with a known answer; an empty code says that it has no syllabus."""
    for listed in listed_files:
        source, rows = read_list(listed, FORM, reading)
        for row in rows:
            values = [row.values[column] or "" for column in TRUTH_COLUMNS]
            reading.raw.add(TABLE, (source.file_id, row.position, *values))
