"""The course records: semester grades with three distributions each, and the courses taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipelines.contract import StandingLevel
from pipelines.exports.column_map import KeyMap, load_key_map, load_pairs, text_of
from pipelines.exports.grade_bins import UnreadableBins, UnreadablePopulation, read_bins, read_population
from pipelines.exports.inventory import SourceFile
from pipelines.exports.json_rows import Record, report_unknown_keys, rows_of
from pipelines.exports.keys import make_keys
from pipelines.exports.raw_tables import COURSE_RECORD_TEXTS
from pipelines.exports.reading import Application, Reading
from pipelines.reference_lists import load_names

SCHOOL_PART = slice(3, 9)


@dataclass(frozen=True)
class CourseRecordReader:
    """Reads one file of one application into the raw tables."""

    source: SourceFile
    application: Application
    reading: Reading

    def read(self, received: Any) -> None:
        """Raises TypeError when the file is no object of lists."""
        if not isinstance(received, dict):
            raise TypeError
        lists = load_pairs("course_record_list")
        self._read_semesters(received.get(lists["semester_grade"]))
        self._read_courses(received.get(lists["course_record"]))
        unknown = received.keys() - set(lists.values())
        report_unknown_keys(set(unknown), self.source, self.application, self.reading)

    def _read_courses(self, received: Any) -> None:
        keys = load_key_map("course_record")
        test_schools = load_names("test_school")
        application_id, file_id = self.application.application_id, self.source.file_id
        record_id = make_keys("course_record", application_id)
        unknown: set[str] = set()
        add = self.reading.raw.rows["raw_course_record"].append
        for position, row in rows_of(received, self.source, self.application, self.reading):
            raw_record = None
            if keys.has_unknown(row):
                unknown.update(row.keys() - keys.known_keys)
                raw_record = text_of(_without_bins(row, keys))
            texts = keys.texts(row, COURSE_RECORD_TEXTS)
            code = texts[2] or ""
            if code[SCHOOL_PART] in test_schools:
                self._set_aside("test_school_course", position, code)
                continue
            distribution_id = self._read_distribution(row, keys, position)
            add((record_id(position), application_id, file_id, position, *texts, distribution_id, raw_record))
        report_unknown_keys(unknown, self.source, self.application, self.reading)

    def _read_semesters(self, received: Any) -> None:
        keys = load_key_map("semester_grade")
        seen: set[tuple[str | None, str | None]] = set()
        unknown: set[str] = set()
        for position, row in rows_of(received, self.source, self.application, self.reading):
            unknown.update(row.keys() - keys.known_keys)
            year, semester = keys.text(row, "academic_year"), keys.text(row, "semester")
            if (year, semester) in seen:
                self._set_aside("repeated_semester", position, f"{year}-{semester}")
                continue
            seen.add((year, semester))
            place = (self.application.application_id, self.source.file_id, position)
            grade = keys.text(row, "semester_grade")
            self.reading.raw.add(
                "raw_semester_grade", (*place, year, semester, grade, _raw_semester(row, keys))
            )
            for level in StandingLevel:
                self._read_standing(level, keys.value(row, level), place)
        report_unknown_keys(unknown, self.source, self.application, self.reading)

    def _read_standing(self, level: StandingLevel, received: Any, place: tuple[str, str, int]) -> None:
        record: Record = received if isinstance(received, dict) else {}
        keys = load_key_map("standing_level", level)
        distribution_id = self._read_distribution(record, keys, place[2])
        unit_name = keys.text(record, "unit_name")
        self.reading.raw.add("raw_semester_standing", (*place, level.value, unit_name, distribution_id))

    def _read_distribution(self, row: Record, keys: KeyMap, position: int) -> str | None:
        received = keys.value(row, "grade_bins")
        if received is None:
            return None
        try:
            counts = read_bins(received)
        except UnreadableBins:
            self._report("distribution_unreadable", position, "grade_bins")
            return None
        population_received = keys.value(row, "population")
        try:
            population = read_population(population_received)
        except UnreadablePopulation:
            self._report("population_unreadable", position, "population", text_of(population_received))
            population = None
        return self.reading.raw.distributions.add(counts, population)

    def _report(self, rule: str, position: int, column: str, value: str | None = None) -> None:
        self.reading.report(rule, self.source, self.application, row=position, place=(column, value))

    def _set_aside(self, rule: str, position: int, value: str) -> None:
        self.reading.set_aside(rule, self.source, self.application, row=position, place=(None, value))


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
