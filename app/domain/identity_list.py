"""身份別名單: who competes in which list, for how many places, and what a tie at the last place does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TieAtLine(StrEnum):
    """What happens to equal applicants of whom only some would find a place."""

    EXTRA = "extra"
    """增額錄取: all of them are admitted."""
    UNDECIDED = "undecided"
    """None of them is: the list says that the places left are to be decided."""


@dataclass(frozen=True)
class IdentityList:
    """One list with its places. ``statuses`` are the applicant statuses that compete in it; empty means everyone.

    Lists are filled in the order of the plan: who is admitted in one takes no place in a later one.
    ``quota`` and ``waitlist`` count places; None sets no end (no quota: nobody is told admitted or not).
    """

    list_id: str
    name: str
    statuses: frozenset[str] = frozenset()
    quota: int | None = None
    waitlist: int | None = None
