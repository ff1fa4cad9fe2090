"""Persons who use the workbench, and their roles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from app.domain.evidence import ProgrammeCode

PersonId = NewType("PersonId", str)


class Role(StrEnum):
    """What a person is in the round; one role a person."""

    CHAIR = "chair"
    REVIEWER = "reviewer"
    OFFICE = "office"
    RESEARCHER = "researcher"


@dataclass(frozen=True)
class Person:
    """A signed-in person. ``programme_codes`` bounds chairs and reviewers; the office sees every programme."""

    person_id: PersonId
    sign_in_name: str
    display_name: str
    role: Role
    programme_codes: frozenset[ProgrammeCode]
    is_active: bool = True
