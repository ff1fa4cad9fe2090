"""Who reviews whom, and who must not."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId


@dataclass(frozen=True)
class Assignment:
    """A reviewer judges an application; ``recused`` keeps the pair on record without the right to judge."""

    application_id: ApplicationId
    reviewer_id: PersonId
    recused: bool = False
    recusal_reason: str = ""
