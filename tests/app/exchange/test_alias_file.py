"""The list of aliases for the next build: what counts now, and nothing a spreadsheet would run."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from app.domain.people import PersonId
from app.domain.syllabus_alias import AliasEvent, AliasPair, AliasVerdict
from app.exchange.alias_file import write_alias_file
from pipelines.exports.inventory import ListedFile
from pipelines.exports.reading import Reading
from pipelines.exports.syllabus_aliases import TABLE, read_syllabus_aliases

OFFICE = PersonId("p1")
FIRST = AliasPair("111041305H11101A5110301", "=選修,歷史", "111041305H11101A5110399", '選修"歷史"Ⅰ')
SECOND = AliasPair("111041305H11101A5110302", "選修地理", "111041305H11101A5110398", "地理")


def event(pair: AliasPair, verdict: AliasVerdict, revision: int) -> AliasEvent:
    return AliasEvent(pair, verdict, revision, OFFICE, datetime(2026, 4, revision, tzinfo=UTC))


def test_file_holds_what_counts() -> None:
    events = [
        event(SECOND, AliasVerdict.REJECTED, 1),
        event(SECOND, AliasVerdict.WITHDRAWN, 2),
        event(FIRST, AliasVerdict.ACCEPTED, 1),
    ]
    assert write_alias_file(events, {OFFICE: "lin"}).decode("utf-8-sig").split("\r\n") == [
        "課程代碼,科目名稱,教學大綱課程代碼,教學大綱科目名稱,判定,確認者,日期",
        '111041305H11101A5110301,"\'=選修,歷史",111041305H11101A5110399,"選修""歷史""Ⅰ",採用,lin,2026-04-01',
        "",
    ]


def test_file_is_read_by_the_pipeline_as_it_was_meant(tmp_path: Path) -> None:
    events = [event(FIRST, AliasVerdict.ACCEPTED, 1), event(SECOND, AliasVerdict.REJECTED, 1)]
    path = tmp_path / "syllabus_aliases.csv"
    path.write_bytes(write_alias_file(events, {}))
    reading = Reading()
    read_syllabus_aliases([ListedFile(str(path), (path.name,))], reading)
    assert reading.problems.problems == []
    assert [row[2:] for row in reading.raw.rows[TABLE]] == [
        (FIRST.course_code, FIRST.subject, FIRST.syllabus_course_code, FIRST.syllabus_subject, "accepted"),
        (
            SECOND.course_code,
            SECOND.subject,
            SECOND.syllabus_course_code,
            SECOND.syllabus_subject,
            "rejected",
        ),
    ]
