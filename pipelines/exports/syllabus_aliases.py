"""The list of aliases that an office confirmed: which course has, or has not, which syllabus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.exports.column_map import load_pairs
from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.list_file import ListForm, ListRow, read_list
from pipelines.exports.reading import Reading

PAIR_COLUMNS = ("course_code", "subject", "syllabus_course_code", "syllabus_subject")
FORM = ListForm("syllabus_alias_list", "syllabus_alias", (*PAIR_COLUMNS, "verdict"))

TABLE = "raw_syllabus_alias"
ACCEPTED = "accepted"
TEXT_SIGN = "'"
"""Spreadsheets are told by it that a text beginning like a formula is none."""


@dataclass(frozen=True)
class AliasLine:
    """One line of a list that can be read."""

    source: SourceFile
    position: int
    pair: tuple[str, ...]
    verdict: str

    @property
    def course(self) -> tuple[str, ...]:
        return self.pair[:2]


def read_syllabus_aliases(listed_files: Sequence[ListedFile], reading: Reading) -> None:
    """One raw row per alias that counts; a later file replaces what an earlier one says of the same course."""
    files = [list(_read_lines(listed, reading)) for listed in listed_files]
    speaks_last = {line.course: number for number, lines in enumerate(files) for line in lines}
    for number, lines in enumerate(files):
        counting = []
        for line in lines:
            if speaks_last[line.course] == number:
                counting.append(line)
            else:
                _set_aside("syllabus_alias_superseded", line, reading)
        _add_lines(counting, reading)


def _read_lines(listed: ListedFile, reading: Reading) -> Iterator[AliasLine]:
    source, rows = read_list(listed, FORM, reading)
    for row in rows:
        pair = tuple(_plain_text(row.values[column]) for column in PAIR_COLUMNS)
        verdict = _verdicts().get(row.text("verdict"))
        if verdict is None:
            place = ("verdict", row.values["verdict"])
            reading.set_aside("syllabus_alias_verdict", source, row=row.position, place=place)
        elif not all(pair):
            place = (_first_empty(row), None)
            reading.set_aside("syllabus_alias_incomplete", source, row=row.position, place=place)
        else:
            yield AliasLine(source, row.position, pair, verdict)


def _add_lines(lines: Sequence[AliasLine], reading: Reading) -> None:
    """Lines that contradict each other are set aside together: nobody can say which one was meant."""
    by_course: dict[tuple[str, ...], list[AliasLine]] = {}
    for line in lines:
        by_course.setdefault(line.course, []).append(line)
    seen: set[tuple[str, ...]] = set()
    for line in lines:
        if _contradicts(line, by_course[line.course]):
            _set_aside("syllabus_alias_contradicts", line, reading)
        elif line.pair in seen:
            _set_aside("syllabus_alias_repeated", line, reading)
        else:
            seen.add(line.pair)
            reading.raw.add(TABLE, (line.source.file_id, line.position, *line.pair, line.verdict))


def _contradicts(line: AliasLine, of_course: Sequence[AliasLine]) -> bool:
    """The same pair with the other verdict, or a second syllabus accepted for the course."""
    return any(
        (other.pair == line.pair and other.verdict != line.verdict)
        or (other.pair != line.pair and other.verdict == line.verdict == ACCEPTED)
        for other in of_course
    )


def _set_aside(rule: str, line: AliasLine, reading: Reading) -> None:
    reading.set_aside(rule, line.source, row=line.position, place=("subject", line.pair[1]))


def _plain_text(value: str | None) -> str:
    """The text without the sign that keeps a spreadsheet from reading a formula."""
    text = value or ""
    has_sign = text.startswith(TEXT_SIGN) and text[1:].lstrip()[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20")
    return text[1:] if has_sign else text


def _first_empty(row: ListRow) -> str:
    return next(column for column in PAIR_COLUMNS if not row.values[column])


@cache
def _verdicts() -> dict[str, str]:
    return {word: verdict for verdict, word in load_pairs("alias_verdict").items()}
