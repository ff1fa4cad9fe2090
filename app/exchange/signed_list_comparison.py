"""A file beside the list derived again: which lines, which digests, and whether a single byte is another."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.exchange.signed_list import DIGEST_KEY, EARLIER_FORMS, ListForm, SignedList
from app.exchange.signed_list_forms import write_signed_list
from app.exchange.signed_list_reading import ReadList, read_signed_list
from app.exchange.typeset import NoPrintingFont

NUMBER_KEY = "application_number"
FORM_KEY, MOMENT_KEY = "form", "as_of"
WORDED_KEYS = frozenset({"mode", "remarks"})
"""Columns that say in words what other columns and the plan say already."""
PERSONAL_KEYS = frozenset({"name", "school"})
"""Columns whose values are told to differ, never quoted: a report of differences may end in a log."""


class MadeAgain(StrEnum):
    """Whether the file comes out again, byte for byte, when its list is written here and now."""

    SAME = "same"
    OTHER = "other"
    """Other bytes: changed, or set by another version of a library, of the typesetter, of a font."""
    NOT_HERE = "not_here"
    """This machine cannot set the pages."""


class FindingKind(StrEnum):
    """What differs."""

    BYTES = "bytes"
    """The file is not, byte for byte, the one that left the house."""
    STATED = "stated"
    """Something the list was made of; ``column`` is its key."""
    VALUE = "value"
    """A cell of a line; ``place`` is the application number."""
    MISSING = "missing"
    """A line that is derived and not in the file."""
    ADDED = "added"
    """A line in the file that is not derived."""
    ORDER = "order"
    """The same lines in another order."""
    HEADS = "heads"
    RULES = "rules"
    PAGE = "page"
    """The visible text of a page of the PDF; ``place`` is its number."""


@dataclass(frozen=True)
class Finding:
    """One difference: where, and what the file and the derived list say; values of persons are left empty."""

    kind: FindingKind
    place: str = ""
    column: str = ""
    in_file: str = ""
    derived: str = ""


@dataclass(frozen=True)
class Comparison:
    """Everything that differs. ``lines`` counts those of the file, ``equal_lines`` those that agree in every cell.

    ``was_recorded``: this very file is on record as having left the house. ``notes`` are what another program words
    otherwise in such a file: rules, heads, remarks, and so the digest and the pages; no number, no outcome.
    Where ``made_again`` is not the same, only the record vouches for the bytes.
    """

    form: ListForm
    lines: int
    equal_lines: int
    findings: tuple[Finding, ...]
    was_recorded: bool
    made_again: MadeAgain = MadeAgain.SAME
    notes: tuple[Finding, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether nothing differs."""
        return not self.findings

    @property
    def is_doubtful(self) -> bool:
        """Whether all that differs is how the pages came out, and no record can tell why."""
        kinds = {each.kind for each in self.findings}
        return bool(kinds) and self.form == "pdf" and kinds <= {FindingKind.BYTES, FindingKind.PAGE}


def file_digest(content: bytes) -> str:
    """SHA-256 of a file, as kept of every list that leaves."""
    return hashlib.sha256(content).hexdigest()


def compare_signed_list(
    content: bytes,
    read: ReadList,
    derived: SignedList,
    *,
    recorded: Collection[str],
    same_program: bool = True,
) -> Comparison:
    """``read`` is what ``content`` states, ``recorded`` the digests of the files on record for this list.

    A file is intact when it is on record, or when the list derived again gives the same bytes. The record outlives
    the libraries: another version of one may write the same list in other bytes. It also outlives the words: where
    another program (``same_program`` False) made a file on record, or it has an earlier form, what it worded
    otherwise is a note; so are its pages, which another typesetter breaks elsewhere.
    """
    was_recorded = file_digest(content) in recorded
    again = _written(derived, read.form)
    expected = read_signed_list(again) if again is not None else _as_read(derived, read)
    findings = [*_stated(read, derived), *_lines(read, expected, derived), *_pages(read, expected, again)]
    if not was_recorded and content != again:
        findings.insert(0, Finding(FindingKind.BYTES))
    other_words = not same_program or read.stated["form"] in EARLIER_FORMS
    notes = [
        each
        for each in findings
        if was_recorded and (each.kind is FindingKind.PAGE or (other_words and _is_wording(each)))
    ]
    equal = set(expected.lines) & set(read.lines)
    return Comparison(
        form=read.form,
        lines=len(read.lines),
        equal_lines=sum(line in equal for line in read.lines),
        findings=tuple(each for each in findings if each not in notes),
        was_recorded=was_recorded,
        made_again=_made_again(content, again),
        notes=tuple(notes),
    )


def _made_again(content: bytes, again: bytes | None) -> MadeAgain:
    if again is None:
        return MadeAgain.NOT_HERE
    return MadeAgain.SAME if content == again else MadeAgain.OTHER


def _is_wording(finding: Finding) -> bool:
    if finding.kind is FindingKind.STATED:
        return finding.column in (DIGEST_KEY, FORM_KEY)
    if finding.kind is FindingKind.VALUE:
        return finding.column in WORDED_KEYS
    return finding.kind in (FindingKind.RULES, FindingKind.HEADS)


def _written(derived: SignedList, form: ListForm) -> bytes | None:
    """None where this machine cannot set the pages: then the record alone vouches for the bytes."""
    try:
        return write_signed_list(derived, form)
    except NoPrintingFont:
        return None


def _as_read(derived: SignedList, read: ReadList) -> ReadList:
    heads = tuple(column.word for column in derived.columns)
    return ReadList(read.form, derived.stated, heads, derived.rows, derived.rules, read.pages)


def _stated(read: ReadList, derived: SignedList) -> Iterator[Finding]:
    for key, value in derived.stated.items():
        if not _is_same(key, read.stated[key], value):
            yield Finding(FindingKind.STATED, column=key, in_file=read.stated[key], derived=value)


def _is_same(key: str, in_file: str, derived: str) -> bool:
    """A moment is the same in whatever zone it is told."""
    if in_file == derived or key != MOMENT_KEY:
        return in_file == derived
    try:
        return datetime.fromisoformat(in_file) == datetime.fromisoformat(derived)
    except ValueError:
        return False


def _lines(read: ReadList, expected: ReadList, derived: SignedList) -> Iterator[Finding]:
    if read.heads != expected.heads:
        yield Finding(FindingKind.HEADS)
        if len(read.heads) != len(expected.heads):
            return
    if read.rules != expected.rules:
        yield Finding(FindingKind.RULES)
    keys = [column.key for column in derived.columns]
    in_file, again = (_by_number(each.lines, keys.index(NUMBER_KEY)) for each in (read, expected))
    yield from (Finding(FindingKind.MISSING, key[0]) for key in again if key not in in_file)
    yield from (Finding(FindingKind.ADDED, key[0]) for key in in_file if key not in again)
    for key, line in in_file.items():
        if key in again:
            yield from _cells(key[0], keys, line, again[key])
    if in_file.keys() == again.keys() and list(in_file) != list(again):
        yield Finding(FindingKind.ORDER)


def _by_number(lines: Sequence[tuple[str, ...]], place: int) -> dict[tuple[str, int], tuple[str, ...]]:
    """The lines by application number; one that comes again is the second of its number."""
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    seen: Counter[str] = Counter()
    for line in lines:
        found[line[place], seen[line[place]]] = line
        seen[line[place]] += 1
    return found


def _cells(number: str, keys: Sequence[str], line: Sequence[str], again: Sequence[str]) -> Iterator[Finding]:
    for key, mine, its in zip(keys, line, again, strict=True):
        if mine != its:
            said = ("", "") if key in PERSONAL_KEYS else (mine, its)
            yield Finding(FindingKind.VALUE, number, key, *said)


def _pages(read: ReadList, expected: ReadList, again: bytes | None) -> Iterator[Finding]:
    if again is None:
        return
    for place in range(max(len(read.pages), len(expected.pages))):
        if read.pages[place : place + 1] != expected.pages[place : place + 1]:
            yield Finding(FindingKind.PAGE, str(place + 1))
