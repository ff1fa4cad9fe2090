"""Reasons of recusals: on record for good, read by those with the right to the applicant they concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.domain.assignment import Assignment
from app.domain.evidence import ProgrammeCode
from app.domain.visibility import Action
from app.workflows.access import Access
from app.workflows.round_record import RecordedEvent, RecordKind

WITH_REASON = (RecordKind.STOOD, RecordKind.RECUSED)


def readable_reasons(
    access: Access, programme_code: ProgrammeCode, events: Iterable[RecordedEvent]
) -> Iterator[RecordedEvent]:
    """The events; those of recusals without their reason where the person may not read it."""
    for event in events:
        is_told = event.kind not in WITH_REASON or not event.reason
        yield event if is_told or _may(access, programme_code, event) else replace(event, reason="")


def readable_recusals(
    access: Access, programme_code: ProgrammeCode, recusals: Iterable[Assignment]
) -> Iterator[Assignment]:
    """The same for recusals that stand."""
    for each in recusals:
        may = access.allows(
            Action.VIEW_RECUSAL_REASON, programme_code=programme_code, application_id=each.application_id
        )
        yield each if may else replace(each, recusal_reason="")


def _may(access: Access, programme_code: ProgrammeCode, event: RecordedEvent) -> bool:
    return access.allows(
        Action.VIEW_RECUSAL_REASON, programme_code=programme_code, application_id=event.application_id
    )
