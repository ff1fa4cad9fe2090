"""The syllabus lists in the documented CSV, spreadsheet or JSON form."""

from __future__ import annotations

from pipelines.exports.inventory import ListedFile
from pipelines.exports.keys import make_key
from pipelines.exports.list_file import ListForm, read_list
from pipelines.exports.reading import Reading
from pipelines.exports.syllabus_weeks import split_weeks

FORM = ListForm("syllabus_list", "syllabus", ("course_code", "subject"))


def read_syllabi(listed_files: list[ListedFile], reading: Reading) -> None:
    """One raw row per syllabus, and one per week of its plan."""
    for listed in listed_files:
        source, rows = read_list(listed, FORM, reading)
        for row in rows:
            syllabus_id = make_key("syllabus", source.relative_path, row.position)
            place = (syllabus_id, source.file_id, row.position)
            reading.raw.add("raw_syllabus", (*place, *row.values.values(), row.unread))
            for position, week in enumerate(split_weeks(row.values["weeks"])):
                values = (week.week, week.topic, week.content, week.periods)
                reading.raw.add("raw_syllabus_week", (syllabus_id, position, *values))
