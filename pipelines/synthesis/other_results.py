"""Writes what counts beside the review (學測, 統測): a file a programme as the app imports it, with gaps as in life."""

import random
from collections.abc import Sequence
from pathlib import Path

from pipelines.synthesis.cohort import Application, Person
from pipelines.synthesis.list_forms import csv_text
from pipelines.synthesis.programmes import PROGRAMMES, Programme
from pipelines.synthesis.seeded import stream

FOLDER = "other_results"
_HEADER = ("准考證號碼", "成績")
_ABSENT = "缺考"
# The sum of four grades of 15 each, and the mean of the five papers in percent.
_UNIVERSITY_TEST, _TECHNICAL_TEST = ("學測", 60), ("統測", 100)
_MANY = 40


def result_file(programme: Programme) -> str:
    """Where the results of a programme lie below the export."""
    return f"{FOLDER}/{programme.code}_{_test_of(programme)[0]}.csv"


def write_other_results(out: Path, applications: Sequence[Application], seed: int) -> None:
    """One file a programme. One applicant has not arrived yet (two of many), and one of three or more was absent."""
    (out / FOLDER).mkdir(exist_ok=True)
    for programme in PROGRAMMES:
        persons = [each.person for each in applications if each.programme is programme]
        rows = (_HEADER, *_rows(programme, persons, seed))
        (out / result_file(programme)).write_bytes(b"\xef\xbb\xbf" + csv_text(rows).encode())


def _rows(programme: Programme, persons: Sequence[Person], seed: int) -> list[tuple[str, object]]:
    rng = stream(seed, "other results", programme.code)
    wanting = (2 if len(persons) >= _MANY else 1) if len(persons) > 1 else 0
    absent = 1 if len(persons) > wanting + 1 else 0
    numbers = [each.number for each in rng.sample(list(persons), wanting + absent)]
    maximum = _test_of(programme)[1]
    return [
        (each.number, _ABSENT if each.number in numbers[wanting:] else _result(each, maximum, seed))
        for each in sorted(persons, key=lambda person: person.number)
        if each.number not in numbers[:wanting]
    ]


def _result(person: Person, maximum: int, seed: int) -> int:
    """One test a person, whichever programme asks: two thirds of the maximum for the average, better with ability."""
    rng: random.Random = stream(seed, "test", person.number)
    share = 0.66 + 0.09 * (person.ability - 0.45) + rng.gauss(0, 0.07)
    return round(maximum * max(0.2, min(1.0, share)))


def _test_of(programme: Programme) -> tuple[str, int]:
    return _TECHNICAL_TEST if programme.is_tech else _UNIVERSITY_TEST
