"""The bounded memory forgets what was not asked for the longest."""

from __future__ import annotations

from app.last_used import LastUsed


def test_value_not_asked_for_the_longest_is_forgotten() -> None:
    memory: LastUsed[str, int] = LastUsed(2)
    memory.put("a", 1)
    memory.put("b", 2)
    memory.get("a")
    memory.put("c", 3)
    assert [memory.get(key) for key in "abc"] == [1, None, 3]


def test_newer_value_takes_the_place_of_the_older() -> None:
    memory: LastUsed[str, int] = LastUsed(2)
    memory.put("a", 1)
    memory.put("a", 2)
    assert memory.get("a") == 2
