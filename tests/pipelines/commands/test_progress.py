"""Progress without a terminal: a line every few seconds, with the time left at the pace so far."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pipelines.commands.progress import PlainLines, shown_progress


def lines_of(*moments: tuple[float, str, int, int]) -> list[str]:
    """What is printed when steps tell at these seconds."""
    clock: Iterator[float] = iter([0.0, *(moment[0] for moment in moments)])
    stream = io.StringIO()
    lines = PlainLines(stream, clock=lambda: next(clock))
    for _, step, done, total in moments:
        lines.tell(step, done, total)
    return stream.getvalue().splitlines()


def test_lines_come_every_five_seconds_at_most() -> None:
    moments = [(float(second), "read", second, 100) for second in range(1, 13)]
    assert lines_of(*moments) == ["read: 5 %, about 1:35 left", "read: 10 %, about 1:30 left"]


def test_short_command_prints_nothing() -> None:
    assert lines_of((0.1, "read", 0, 2), (4.9, "read", 2, 2)) == []


def test_pace_is_that_of_the_step() -> None:
    assert lines_of((4.0, "read", 50, 100), (4.0, "build", 0, 10), (6.0, "build", 5, 10)) == [
        "build: 50 %, about 0:02 left"
    ]


def test_step_without_pace_or_end_says_no_time() -> None:
    assert lines_of((6.0, "read", 3, 10), (12.0, "read", 10, 10), (18.0, "list", 0, 0)) == [
        "read: 30 %",
        "read: 100 %",
        "list: 100 %",
    ]


def test_progress_away_from_a_terminal_is_plain() -> None:
    stream = io.StringIO()
    with shown_progress(stream) as tell:
        tell("read", 1, 2)
    assert stream.getvalue() == ""
