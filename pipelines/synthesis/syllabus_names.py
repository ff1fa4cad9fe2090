"""Spells the name of a course as somebody else would, for syllabi that must be found by name."""

import random
from collections.abc import Callable
from typing import TypeAlias

Vary: TypeAlias = Callable[[str, random.Random], str]

SAME, NEW_CODE, ABSENT = "相同", "代碼不同", "不存在"
SPACED, TYPO = "空白", "錯字"
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_LEVELS = (("(一)", "Ⅰ", "1"), ("(二)", "Ⅱ", "2"))
_SUFFIXES = ("漫談", "入門", "初探", "實務", "選讀", "觀測", "寫作")
_ALIKE = str.maketrans("學計與習化程文電生活遊戲網微校", "字記和息花呈紋雷主話游劇綱徵較")


def _widened(name: str, _rng: random.Random) -> str:
    return name.translate(_FULL_WIDTH)


def _spaced(name: str, rng: random.Random) -> str:
    cut = rng.randrange(2, len(name) - 1)
    return f"{name[:cut]}　{name[cut:]}"


def _exchanged_tai(name: str, _rng: random.Random) -> str:
    return name.replace("臺", "台")


def _level_mark(name: str, *, to: int) -> str:
    for marks in _LEVELS:
        for mark in marks[:2]:
            if name.endswith(mark) and mark != marks[to]:
                return name.removesuffix(mark) + marks[to]
    return name


def _roman(name: str, _rng: random.Random) -> str:
    return _level_mark(name, to=1)


def _bracketed(name: str, _rng: random.Random) -> str:
    return _level_mark(name, to=0)


def _digit(name: str, _rng: random.Random) -> str:
    return _level_mark(name, to=2)


def _without_suffix(name: str, _rng: random.Random) -> str:
    return next((name.removesuffix(suffix) for suffix in _SUFFIXES if name.endswith(suffix)), name)


def _mistyped(name: str, rng: random.Random) -> str:
    places = [place for place, character in enumerate(name) if ord(character) in _ALIKE]
    if not places or len(name) < 5:
        return name
    place = rng.choice(places)
    return name[:place] + name[place].translate(_ALIKE) + name[place + 1 :]


_VARIATIONS: dict[str, Vary] = {
    "全半形": _widened,
    "羅馬數字": _roman,
    "級別括號": _bracketed,
    "級別數字": _digit,
    "臺台": _exchanged_tai,
    "省略字尾": _without_suffix,
    SPACED: _spaced,
    TYPO: _mistyped,
}


def vary_name(name: str, rng: random.Random) -> tuple[str, str]:
    """(kind, other spelling) of ``name``: one that only few names allow before one that any name allows."""
    changed = {kind: text for kind, vary in _VARIATIONS.items() if (text := vary(name, rng)) != name}
    rare = {kind: text for kind, text in changed.items() if kind not in (SPACED, TYPO)}
    return rng.choice(list((rare or changed).items()))
