"""Everything a step needs to know of the visit: who, in which language, at which programme, through which door."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.evidence import Programme
from app.domain.people import Person
from app.ui.text.frame import FrameWords
from app.ui.text.language import Language
from app.workbench import Workbench
from app.workflows.access import Access


@dataclass(frozen=True)
class Visit:
    """One run of the script for one signed-in person; ``programme`` is None for researchers."""

    workbench: Workbench
    access: Access
    person: Person
    language: Language
    words: FrameWords
    programme: Programme | None
