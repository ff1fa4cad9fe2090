"""The syllabi of the courses of rosters, found by the same rules as those of applicants."""

from __future__ import annotations

import duckdb

from pipelines.evidence_database import load_tables
from pipelines.exports.text_arrays import text_table
from pipelines.matching.courses import ConfirmedAlias, CourseName, SyllabusName, match_courses
from pipelines.transform import load_queries

COLUMNS = ("course_code", "subject", "syllabus_id", "match_method")


def match_roster_courses(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``raw_roster_syllabus_match`` from the courses of the rosters, the syllabi and the confirmed aliases."""
    courses, syllabi, aliases = (
        connection.execute(load_queries(("matching",))[name]).fetchall()
        for name in ("roster_course_name", "syllabus_name", "confirmed_alias")
    )
    found = match_courses(
        [CourseName(*course) for course in courses],
        [SyllabusName(*syllabus) for syllabus in syllabi],
        aliases=[ConfirmedAlias(*alias) for alias in aliases],
    )
    rows = [(match.course_code, match.subject, match.syllabus_id, match.match_method) for match in found]
    load_tables(connection, {"raw_roster_syllabus_match": text_table(COLUMNS, rows)}, {})
