"""Which grade counts, for every kind of attempt, against a table of cases."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

from pipelines.transform import create_macros

with Path(__file__).with_name("counted_grade.csv").open(encoding="utf-8", newline="") as lines:
    CASES = [tuple(value or None for value in row.values()) for row in csv.DictReader(lines)]

QUESTION = """
with given as (
    select
        $1 as attempt, cast($2 as utinyint) as credit_rule, cast($3 as utinyint) as course_rule,
        cast($4 as decimal(5, 2)) as grade, cast($5 as decimal(5, 2)) as makeup_grade,
        cast($6 as decimal(5, 2)) as second_grade, cast($7 as boolean) as is_passed
),
reasoned as (
    select
        *,
        why_counted(attempt, credit_rule, course_rule, grade, makeup_grade, second_grade, is_passed) as reason
    from given
)
select
    reason, cast(counted_by(reason, grade, makeup_grade, second_grade, is_passed) as varchar)
from reasoned
"""


@pytest.mark.parametrize("case", CASES)
def test_counted_grade_of_each_case(case: tuple[str | None, ...]) -> None:
    with duckdb.connect() as connection:
        create_macros(connection)
        assert connection.execute(QUESTION, case[:7]).fetchall() == [case[7:]]
