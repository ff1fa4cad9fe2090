"""Every defect planted in the synthetic sample is found where it was planted, and as often."""

from __future__ import annotations

import json

import pytest

from pipelines.snapshot import current_snapshot_id
from pipelines.synthesis import Defect
from tests.pipelines.conftest import SampleBuild

Place = tuple[str | None, int | None]

RULE_BY_DEFECT = {
    Defect.ZERO_GRADE_PASSED: "grade_zero",
    Defect.ACTIVITY_COURSE_GRADED: "grade_not_allowed",
    Defect.CODE_TOO_LONG: "course_code_length",
    Defect.CODE_WITH_BLANK: "course_code_character",
    Defect.CODE_EMPTY: "course_code_blank",
    Defect.CODE_UNKNOWN_AREA: "course_code_learning_area",
    Defect.DUPLICATE_COURSE_ROW: "repeated_row",
    Defect.DATE_UNREADABLE: "unreadable_date",
    Defect.HOURS_ZERO: "service_hours_zero",
    Defect.LICENCE_SCORE_MINUS_ONE: "licence_score_missing",
    Defect.OTHER_WITHOUT_ORGANISER: "organiser_missing",
    Defect.VERY_LONG_TEXT: "summary_too_long",
    Defect.INVISIBLE_CHARACTERS: "invisible_characters",
    Defect.ATTACHMENT_MISSING: "attachment_missing",
}
FILE_RULE_BY_DEFECT = {
    Defect.JSON_BROKEN: "broken_json",
    Defect.TEST_SCHOOL: "test_school",
    Defect.PDF_TRUNCATED: "pdf_truncated",
    Defect.ATTACHMENT_DISGUISED: "media_type_mismatch",
}
GRADE_DEFECTS = (Defect.GRADE_MINUS_ONE, Defect.GRADE_SENTINEL)


def planted(build: SampleBuild, *defects: Defect) -> list[Place]:
    rows = json.loads((build.exports / "planted_defects.json").read_bytes())
    return sorted((row["file"], row["row"]) for row in rows if row["defect"] in defects)


def found(build: SampleBuild, rule: str) -> list[Place]:
    sql = "select relative_path, row_position from data_problem where rule = ? order by all"
    return build.connection.execute(sql, [rule]).fetchall()


@pytest.mark.parametrize(("defect", "rule"), RULE_BY_DEFECT.items())
def test_planted_row_is_found(sample_build: SampleBuild, defect: Defect, rule: str) -> None:
    places = planted(sample_build, defect)
    assert places
    assert found(sample_build, rule) == places


@pytest.mark.parametrize(("defect", "rule"), FILE_RULE_BY_DEFECT.items())
def test_planted_file_is_found(sample_build: SampleBuild, defect: Defect, rule: str) -> None:
    places = planted(sample_build, defect)
    assert places
    assert [path for path, _ in found(sample_build, rule)] == [path for path, _ in places]


def test_planted_totals_are_found_in_every_file_that_was_read(sample_build: SampleBuild) -> None:
    """Rows of a file that was set aside carry no problem of their own."""
    unread = {path for path, _ in planted(sample_build, Defect.JSON_BROKEN)}
    unread |= {
        path
        for (path,) in sample_build.connection.execute(
            "select relative_path from data_problem where rule = 'application_set_aside'"
        ).fetchall()
    }
    places = planted(sample_build, Defect.POPULATION_MISMATCH, Defect.UNSCORED_STUDENTS)
    expected = [place for place in places if place[0] not in unread]
    assert expected
    assert found(sample_build, "distribution_total_differs") == expected


def test_planted_missing_record_is_found(sample_build: SampleBuild) -> None:
    sql = """
        select application_number from data_problem join application using (application_id)
        join applicant using (applicant_id) where rule = 'item_missing' and column_name = 'course_record'
    """
    numbers = [path.split("/")[2] for path, _ in planted(sample_build, Defect.RECORDS_MISSING) if path]
    assert numbers
    assert sample_build.connection.execute(sql).fetchall() == [(number,) for number in numbers]


@pytest.mark.parametrize("defect", [*GRADE_DEFECTS, Defect.NULL_DISTRIBUTION, Defect.SHUFFLED_BINS])
def test_planted_course_value_is_read(sample_build: SampleBuild, defect: Defect) -> None:
    """Sentinels become null, a null distribution stays null, shuffled bins are put in order."""
    places = planted(sample_build, defect)
    assert places
    for path, row in places:
        sql = """
            select grade is null, grade_text is null, grade_distribution_id is null
            from course_record join source_file using (application_id)
            where relative_path = ? and position = ?
        """
        values = sample_build.connection.execute(sql, [path, row]).fetchall()
        assert values == [(defect in GRADE_DEFECTS, False, defect is Defect.NULL_DISTRIBUTION)]


@pytest.mark.parametrize("defect", [Defect.BOOLEAN_ONE_TWO, Defect.BOOLEAN_TRUE_FALSE, Defect.JSON_BOM])
def test_planted_file_is_read(sample_build: SampleBuild, defect: Defect) -> None:
    places = planted(sample_build, defect)
    assert places
    for path, _ in places:
        sql = "select rows_published > 0, rows_set_aside from source_file where relative_path = ?"
        assert sample_build.connection.execute(sql, [path]).fetchall() == [(True, 0)]
    assert found(sample_build, "unreadable_flag") == []


def test_planted_unlinked_attachments_are_shown(sample_build: SampleBuild) -> None:
    sql = """
        select relative_path from attachment
        where link_kind = 'unlinked' order by 1
    """
    shown = {path for (path,) in sample_build.connection.execute(sql).fetchall()}
    places = {path for path, _ in planted(sample_build, Defect.ATTACHMENT_UNLINKED)}
    assert places
    assert places <= shown


def test_planted_unknown_keys_are_told(sample_build: SampleBuild) -> None:
    places = {path for path, _ in planted(sample_build, Defect.UNKNOWN_KEYS)}
    assert places
    assert places <= {path for path, _ in found(sample_build, "unknown_key")}


def _sources(build: SampleBuild, defect: Defect) -> list[tuple[str, str]]:
    """(file, folder it was taken from) of everything one applicant has from another."""
    rows = json.loads((build.exports / "planted_defects.json").read_bytes())
    copied = [row for row in rows if row["defect"] == defect]
    return [(row["file"], row["note"].split("與 ")[1].split(" ")[0]) for row in copied]


def _folders_of_similar(build: SampleBuild, kind: str) -> set[frozenset[str]]:
    """Pairs of applicant folders with nearly equal texts of one kind."""
    sql = """
        with folder as (
            select distinct
                application_id,
                array_to_string(string_split(relative_path, '/')[:3], '/') as name,
            from source_file
            where application_id is not null and relative_path not like '%grade6%'
        )
        select former.name, latter.name
        from similar_text
        join folder as former on former.application_id = left_application_id
        join folder as latter on latter.application_id = right_application_id
        where text_kind = ?
    """
    return {frozenset(pair) for pair in build.connection.execute(sql, [kind]).fetchall()}


@pytest.mark.parametrize(
    ("defect", "kind"), [(Defect.NEAR_COPY_ESSAY, "document"), (Defect.COPIED_SUMMARY, "summary")]
)
def test_planted_copied_text_is_found(sample_build: SampleBuild, defect: Defect, kind: str) -> None:
    copied = {
        frozenset(("/".join(file.split("/")[:3]), source)) for file, source in _sources(sample_build, defect)
    }
    assert copied
    assert copied <= _folders_of_similar(sample_build, kind)


def test_planted_repeated_file_is_found(sample_build: SampleBuild) -> None:
    copied = [file for file, _ in _sources(sample_build, Defect.REPEATED_FILE)]
    sql = """
        select relative_path, applicants from repeated_file join source_file using (sha256)
        where relative_path = any(?) order by 1
    """
    assert copied
    found = sample_build.connection.execute(sql, [copied]).fetchall()
    assert found == [(file, 2) for file in sorted(copied)]


def test_sample_has_no_failed_check_and_an_exact_ledger(sample_build: SampleBuild) -> None:
    assert current_snapshot_id(sample_build.snapshots) == sample_build.report.snapshot_id
    sql = "select count(*) from source_file where rows_read <> rows_published + rows_set_aside"
    assert sample_build.connection.execute(sql).fetchall() == [(0,)]
