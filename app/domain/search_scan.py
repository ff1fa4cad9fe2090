"""The pieces of a typed query: signs, quotation marks and spaces of any width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SAME = {
    "\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2267": "\u2265", "\u2266": "\u2264",
    "\u2212": "-", "\u2013": "-", "\u2014": "-", "\uff0d": "-", "\ufe63": "-",
    "\uff0c": " ", "\u3001": " ", "\uff1b": " ", "\uff5e": "~", "\u301c": "~",
}  # fmt: skip
"""Signs that look alike, and the marks that part words in Chinese."""

_QUOTED = r'"[^"]*"?|\u300c[^\u300d]*\u300d?|\u300e[^\u300f]*\u300f?'
_VALUE = rf"(?:{_QUOTED}|[^\s|]+)"
_PIECE = re.compile(
    rf"""
    \s*
    (?P<either>\|)
    | \s*
    (?P<piece>
        (?P<minus>-(?=\S))?
        (?:
            (?P<head>[^\s:<>=\u2264\u2265|"\u300c\u300e-][^\s:<>=\u2264\u2265|"\u300c\u300e]*)\s*
            (?P<sign>:\s*(?:>=|=>|\u2265|<=|=<|\u2264|[<>=])?|>=|=>|\u2265|<=|=<|\u2264|[<>=])
            [^\S\n]*
            (?P<value>{_VALUE}(?:\|{_VALUE})*)?
            | (?P<quoted>{_QUOTED})
            | (?P<word>[^\s|"\u300c\u300e]+)
        )
    )
    """,
    re.VERBOSE,
)
_EVERY_VALUE = re.compile(_VALUE)
_SIGNS = {"=>": ">=", "\u2265": ">=", "=<": "<=", "\u2264": "<="}
_QUOTES = {'"': '"', "\u300c": "\u300d", "\u300e": "\u300f"}


@dataclass(frozen=True)
class Piece:
    """A part of the query: ``head`` is the name of a field, ``sign`` what follows it; ``raw`` is what was typed."""

    raw: str
    values: tuple[str, ...]
    head: str = ""
    sign: str = ""
    is_excluded: bool = False
    is_quoted: bool = False
    is_open: bool = False


def scan(text: str) -> Iterator[Piece | None]:
    """The pieces in order; None stands for a sign of alternatives."""
    plain = "".join(map(_plain, text))
    for match in _PIECE.finditer(plain):
        yield None if match["either"] else _piece(text, match)


def _plain(character: str) -> str:
    """One character for one, so that a place in the folded text is one in the typed text."""
    same = _SAME.get(character)
    if same is not None:
        return same
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _piece(text: str, match: re.Match[str]) -> Piece:
    begin, end = match.span("piece")
    excluded, raw = match["minus"] is not None, text[begin:end]
    if match["head"] is None:
        start, stop = match.span("quoted" if match["quoted"] is not None else "word")
        is_quoted = match["quoted"] is not None
        value, is_open = _value(text[start:stop], match["quoted"] or match["word"])
        return Piece(raw, (value,), is_excluded=excluded, is_quoted=is_quoted, is_open=is_open)
    values = list(_values(text, match))
    sign = match["sign"].replace(" ", "")
    compared = sign.removeprefix(":")
    return Piece(
        raw,
        tuple(value for value, _ in values if value.strip()),
        head=text[slice(*match.span("head"))],
        sign=_SIGNS.get(compared, compared) or ":",
        is_excluded=excluded,
        is_quoted=bool(match["value"]) and match["value"][0] in _QUOTES,
        is_open=any(is_open for _, is_open in values),
    )


def _values(text: str, match: re.Match[str]) -> Iterator[tuple[str, bool]]:
    if match["value"] is None:
        return
    begin = match.start("value")
    for each in _EVERY_VALUE.finditer(match["value"]):
        yield _value(text[begin + each.start() : begin + each.end()], each.group())


def _value(typed: str, plain: str) -> tuple[str, bool]:
    """The text inside the quotation marks, and whether the closing one is missing."""
    closing = _QUOTES.get(plain[:1])
    if closing is None:
        return typed, False
    is_open = len(plain) == 1 or plain[-1] != closing
    return typed[1:] if is_open else typed[1:-1], is_open
