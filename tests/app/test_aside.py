"""Beside the reviewers: every write comes, reads come while they are of use."""

from __future__ import annotations

from functools import partial
from threading import Event

from app.aside import Aside


def test_everything_is_done_in_order_when_there_is_room() -> None:
    done: list[str] = []
    aside = Aside(reads_most=2)
    aside.write("a place", partial(done.append, "written"))
    aside.read_ahead(done.append, "read")
    aside.write("another place", partial(done.append, "written again"))
    aside.finish()
    assert done == ["written", "read", "written again"]


def test_too_much_to_read_leaves_out_the_oldest_and_no_write() -> None:
    done: list[object] = []
    aside, is_free = Aside(reads_most=3), Event()
    aside.write("busy", is_free.wait)
    for number in range(10):
        aside.read_ahead(done.append, number)
        aside.write(number, partial(done.append, f"written {number}"))
    is_free.set()
    aside.finish()
    assert [each for each in done if isinstance(each, int)] == [7, 8, 9]
    assert [each for each in done if isinstance(each, str)] == [f"written {number}" for number in range(10)]


def test_the_newest_of_one_key_is_written_alone() -> None:
    done: list[str] = []
    aside, is_free = Aside(), Event()
    aside.write("busy", is_free.wait)
    for text in ("first", "second", "third"):
        aside.write("place of a reader", partial(done.append, text))
    aside.write("place of another", partial(done.append, "elsewhere"))
    is_free.set()
    aside.finish()
    assert done == ["third", "elsewhere"]


def test_a_read_that_fails_is_nobodys_and_the_next_is_read() -> None:
    done: list[int] = []
    aside = Aside()
    aside.read_ahead(int, "no number")
    aside.read_ahead(done.append, 1)
    aside.finish()
    assert done == [1]
