"""The course records: semester grades with three distributions each, and the courses taken."""

from __future__ import annotations

from typing import Any

from pipelines.contract import StandingLevel
from pipelines.exports.column_map import KeyMap, load_key_map, load_pairs, text_of
from pipelines.exports.grade_bins import UnreadableBins, UnreadablePopulation, read_bins, read_population
from pipelines.exports.json_rows import Record, rows_of
from pipelines.exports.keys import make_keys
from pipelines.exports.parsed_rows import COURSE_RECORD_TEXTS, ParsedFile
from pipelines.reference_lists import load_names

SCHOOL_PART = slice(3, 9)


def read_course_records(received: Any, file: ParsedFile) -> None:
    """Raises TypeError when the file is no object of lists."""
    if not isinstance(received, dict):
        raise TypeError
    lists = load_pairs("course_record_list")
    _read_semesters(received.get(lists["semester_grade"]), file)
    _read_courses(received.get(lists["course_record"]), file)
    file.unknown_keys.update(received.keys() - set(lists.values()))


def _read_courses(received: Any, file: ParsedFile) -> None:
    keys = load_key_map("course_record")
    test_schools = load_names("test_school")
    record_id = make_keys("course_record", file.application_id)
    file_ref, add = file.file_ref, file.parsed.rows["parsed_course_record"].append
    for position, row in rows_of(received, file):
        raw_record = None
        if keys.has_unknown(row):
            file.unknown_keys.update(row.keys() - keys.known_keys)
            raw_record = text_of(_without_bins(row, keys))
        texts = keys.texts(row, COURSE_RECORD_TEXTS)
        code = texts[2] or ""
        if code[SCHOOL_PART] in test_schools:
            file.set_aside("test_school_course", row=position, place=(None, code))
            continue
        distribution_id = _read_distribution(row, keys, position, file=file)
        add((record_id(position), file_ref, position, *texts, distribution_id, raw_record))


def _read_semesters(received: Any, file: ParsedFile) -> None:
    keys = load_key_map("semester_grade")
    seen: set[tuple[str | None, str | None]] = set()
    for position, row in rows_of(received, file):
        file.unknown_keys.update(row.keys() - keys.known_keys)
        year, semester = keys.text(row, "academic_year"), keys.text(row, "semester")
        if (year, semester) in seen:
            file.set_aside("repeated_semester", row=position, place=(None, f"{year}-{semester}"))
            continue
        seen.add((year, semester))
        grade, raw_record = keys.text(row, "semester_grade"), _raw_semester(row, keys)
        file.add("parsed_semester_grade", (file.file_ref, position, year, semester, grade, raw_record))
        for level in StandingLevel:
            _read_standing(level, keys.value(row, level), position, file=file)


def _read_standing(level: StandingLevel, received: Any, position: int, *, file: ParsedFile) -> None:
    record: Record = received if isinstance(received, dict) else {}
    keys = load_key_map("standing_level", level)
    distribution_id = _read_distribution(record, keys, position, file=file)
    unit_name = keys.text(record, "unit_name")
    place = (file.file_ref, position, level.value)
    file.add("parsed_semester_standing", (*place, unit_name, distribution_id))


def _read_distribution(row: Record, keys: KeyMap, position: int, *, file: ParsedFile) -> str | None:
    received = keys.value(row, "grade_bins")
    if received is None:
        return None
    try:
        counts = read_bins(received)
    except UnreadableBins:
        file.report("distribution_unreadable", row=position, place=("grade_bins", None))
        return None
    population_received = keys.value(row, "population")
    try:
        population = read_population(population_received)
    except UnreadablePopulation:
        place = ("population", text_of(population_received))
        file.report("population_unreadable", row=position, place=place)
        population = None
    return file.parsed.distributions.add(counts, population)


def _without_bins(record: Record, keys: KeyMap) -> Record:
    dropped = {first for first, _ in keys.alternatives["grade_bins"]}
    return {key: value for key, value in record.items() if key not in dropped}


def _raw_semester(row: Record, keys: KeyMap) -> str | None:
    """The semester without the bins of its levels, when it or a level has a key that is not read."""
    shown, has_unknown = dict(row), keys.has_unknown(row)
    for level in StandingLevel:
        level_keys = load_key_map("standing_level", level)
        for first, _ in keys.alternatives[level]:
            below = row.get(first)
            if isinstance(below, dict):
                shown[first] = _without_bins(below, level_keys)
                has_unknown = has_unknown or level_keys.has_unknown(below)
    return text_of(shown) if has_unknown else None
