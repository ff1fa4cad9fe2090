"""Texts that are nearly equal and files handed in twice, as facts to look at: nothing here is a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode


@dataclass(frozen=True)
class LikeEntry:
    """An entry of an application: whose it is and what it is called."""

    application_id: ApplicationId
    programme_code: ProgrammeCode
    applicant_name: str
    category_code: CategoryCode
    title: str


@dataclass(frozen=True)
class LikePair:
    """Two entries of different applicants; ``similarity`` in percent of common five-character pieces."""

    left: LikeEntry
    right: LikeEntry
    similarity: Decimal
    is_identical: bool


@dataclass(frozen=True)
class RepeatedFile:
    """One of the entries whose file has a content that several applicants handed in."""

    content_key: str
    media_type: str
    applicants: int
    entry: LikeEntry
