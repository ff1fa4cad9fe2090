"""The list of syllabus aliases that the next build reads: what counts now, one line a pair."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.home_time import home_day
from app.domain.people import PersonId
from app.domain.syllabus_alias import AliasEvent, aliases_by_course
from app.exchange.formula_safety import formula_safe

WORDS_FILE = Path(__file__).with_name("alias_file.toml")
BYTE_ORDER_MARK = "\ufeff"


def write_alias_file(events: Iterable[AliasEvent], sign_in_names: Mapping[PersonId, str]) -> bytes:
    """CSV in UTF-8 by course and syllabus; a spreadsheet opens it without running anything."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_words()["columns"])
    for line in _lines(list(events), sign_in_names):
        writer.writerow(map(formula_safe, line))
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _lines(events: list[AliasEvent], sign_in_names: Mapping[PersonId, str]) -> Iterator[tuple[str, ...]]:
    said = aliases_by_course(events)
    newest = {event.pair: event for event in sorted(events, key=lambda each: each.revision)}
    for pair, event in sorted(newest.items()):
        verdict = said[pair.course].verdict_of(pair)
        if verdict is None:
            continue
        yield (
            pair.course_code,
            pair.subject,
            pair.syllabus_course_code,
            pair.syllabus_subject,
            _words()["verdicts"][verdict.value],
            sign_in_names.get(event.person_id, ""),
            home_day(event.saved_at).isoformat(),
        )


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
