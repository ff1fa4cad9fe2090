"""Every defect planted in the synthetic rosters is found where it was planted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipelines.build import build_snapshot
from pipelines.snapshot import current_snapshot_id, snapshot_path
from pipelines.synthesis import RosterDefect, write_roster_sample

Place = tuple[str, int]

RULES: dict[RosterDefect, str] = {
    RosterDefect.MAKEUP_THOUGH_PASSED: "roster_makeup_although_passed",
    RosterDefect.MAKEUP_SIXTY_FAILED: "roster_makeup_failed_at_pass_mark",
    RosterDefect.MAKEUP_BELOW_FIRST: "roster_makeup_lower",
    RosterDefect.ZERO_GRADE_PASSED: "roster_zero_passed",
    RosterDefect.ACTIVITY_COURSE_GRADED: "grade_not_allowed",
    RosterDefect.EVENING_IN_DAY_ROSTER: "roster_evening_in_day",
    RosterDefect.BIRTH_DATE_DIFFERS: "roster_birth_date_differs",
    RosterDefect.TEST_SCHOOL: "roster_test_school",
    RosterDefect.SERVICE_HOURS_ZERO: "service_hours_zero",
    RosterDefect.OTHER_WITHOUT_ORGANISER: "organiser_missing",
}
LICENCE_DEFECTS = (RosterDefect.LICENCE_SCORE_MINUS_ONE, RosterDefect.LICENCE_SCORE_ZERO)


class RosterBuild:
    """The exports and a connection to their snapshot."""

    def __init__(self, exports: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.exports, self.connection = exports, connection

    def planted(self, *defects: RosterDefect) -> list[Place]:
        rows = json.loads((self.exports / "planted_defects.json").read_bytes())
        return sorted((row["file"], row["row"]) for row in rows if row["defect"] in defects)

    def found(self, rule: str) -> list[Place]:
        sql = """
            select relative_path, row_position from data_problem
            where rule = ? and relative_path like 'rosters/%' order by all
        """
        return self.connection.execute(sql, [rule]).fetchall()


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RosterBuild]:
    folder = tmp_path_factory.mktemp("roster_build")
    write_roster_sample(folder / "exports", students=240, seed=5)
    build_snapshot(folder / "exports", folder / "snapshots")
    snapshot_id = current_snapshot_id(folder / "snapshots")
    assert snapshot_id is not None
    path = snapshot_path(folder / "snapshots", snapshot_id)
    with duckdb.connect(str(path), read_only=True) as connection:
        yield RosterBuild(folder / "exports", connection)


@pytest.mark.parametrize(("defect", "rule"), RULES.items())
def test_planted_roster_row_is_found(build: RosterBuild, defect: RosterDefect, rule: str) -> None:
    places = build.planted(defect)
    assert places
    assert build.found(rule) == places


def test_planted_licence_scores_are_found(build: RosterBuild) -> None:
    places = build.planted(*LICENCE_DEFECTS)
    assert places
    assert build.found("licence_score_missing") == places


def test_rows_of_the_grade_sheets_are_published_but_those_of_the_test_school(build: RosterBuild) -> None:
    sql = "select sum(rows_read), sum(rows_published), sum(rows_set_aside) from source_file where relative_path like ?"
    (read, published, aside), *_ = build.connection.execute(sql, ["rosters/%成績.csv"]).fetchall()
    tested = [place for place in build.planted(RosterDefect.TEST_SCHOOL) if place[0].endswith("成績.csv")]
    assert (published, aside) == (read - len(tested), len(tested))
