"""The completeness ledger: of every item, what was expected, what arrived, what is shown, and why anything is not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.evidence import CategoryCode

SUPERSEDED = "superseded"
"""The rule of files that a later delivery replaced: set aside, and nothing is lost by it."""


class LedgerState(StrEnum):
    """How an item stands, said in words beside it."""

    COMPLETE = "complete"
    AS_PDF = "as_pdf"
    NO_ENTRIES = "no_entries"
    """It arrived and holds nothing: nothing is missing."""
    NOT_HANDED_IN = "not_handed_in"
    NOT_ASKED = "not_asked"
    """The programme does not consider it, and it did not arrive."""
    PARTLY = "partly"
    """Some of it is shown; the rest is named with its reason."""
    DAMAGED = "damaged"
    """It arrived and is offered, and a document of it may not open."""
    NOT_USED = "not_used"
    """Files that are no evidence; each is named with its reason."""
    UNREADABLE = "unreadable"
    """It arrived and nothing of it can be shown: not the applicant's omission."""


@dataclass(frozen=True)
class SetAside:
    """Rows or files of one file that are not shown, with the rule that says why."""

    rule: str
    file_name: str
    count: int


@dataclass(frozen=True)
class LedgerPart:
    """A category within an item: how much of it there is."""

    category_code: CategoryCode
    label: str
    count: int
    is_asked: bool


@dataclass(frozen=True)
class LedgerLine:
    """One item. ``expected`` was counted where the files were read, ``shown`` on the desk: two counts that must agree."""

    item: str
    category_code: CategoryCode | None
    is_asked: bool
    is_pdf: bool
    expected: int
    shown: int
    not_handed_in: int
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[SetAside, ...] = ()
    """What is shown and yet has a flaw, such as a damaged file or a repeated row."""
    limit: int | None = None
    pages: int | None = None
    unread_documents: int = 0
    """Documents whose pages cannot be counted: they may not open."""
    parts: tuple[LedgerPart, ...] = ()

    @property
    def rows_set_aside(self) -> int:
        """Everything that arrived and is not shown."""
        return sum(each.count for each in self.set_aside)

    @property
    def received(self) -> int:
        """What arrived, shown or not."""
        return self.expected - self.not_handed_in

    @property
    def is_balanced(self) -> bool:
        """Whether everything expected is shown, set aside with a reason, or was not handed in."""
        return self.expected == self.shown + self.rows_set_aside + self.not_handed_in

    @property
    def state(self) -> LedgerState:
        """In one word; the numbers say the rest."""
        if self.shown:
            return self._state_of_shown()
        if self.rows_set_aside:
            return LedgerState.UNREADABLE if self.is_asked else LedgerState.NOT_USED
        if self.not_handed_in:
            return LedgerState.NOT_HANDED_IN
        return LedgerState.NO_ENTRIES if self.is_asked else LedgerState.NOT_ASKED

    def _state_of_shown(self) -> LedgerState:
        if self.not_handed_in or any(each.rule != SUPERSEDED for each in self.set_aside):
            return LedgerState.PARTLY
        if self.unread_documents:
            return LedgerState.DAMAGED
        return LedgerState.AS_PDF if self.is_pdf else LedgerState.COMPLETE
