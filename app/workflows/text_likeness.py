"""內容相近: nearly equal texts and repeated files, for a person with the right to look at; nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.likeness import LikePair, RepeatedFile
from app.domain.people import Role
from app.domain.visibility import Action
from app.evidence.questions import (
    LIKENESS_LIMIT,
    load_like_pairs,
    load_programmes,
    load_repeated_files,
)
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows.access import Access


@dataclass(frozen=True)
class LikenessView:
    """What is listed, and how much there is; ``programme_code`` None means every programme."""

    programme_code: ProgrammeCode | None
    pairs: tuple[LikePair, ...]
    pair_count: int
    files: tuple[RepeatedFile, ...]
    file_count: int
    limit: int = LIKENESS_LIMIT


def load_likeness(access: Access, programme_code: ProgrammeCode | None) -> LikenessView:
    """Both sides within the programme when one is named; never an application from which the person is recused."""
    access.require(Action.VIEW_DATA_PROBLEMS, programme_code=programme_code)
    snapshot = _snapshot(access, programme_code)
    named = (
        [programme_code] if programme_code else [each.programme_code for each in load_programmes(snapshot)]
    )
    hidden = _recused(access, named)
    pairs, pair_count = load_like_pairs(snapshot, programme_code, hidden_ids=hidden)
    files, file_count = load_repeated_files(snapshot, programme_code, hidden_ids=hidden)
    return LikenessView(programme_code, pairs, pair_count, files, file_count)


def may_see_all_programmes(access: Access) -> bool:
    """The office compares across programmes; a chair stays within the own one."""
    return access.person.role is Role.OFFICE


def _snapshot(access: Access, programme_code: ProgrammeCode | None) -> EvidenceSnapshot:
    """What the programme reviews on where one is named, else the newest."""
    workbench = access.workbench
    if programme_code is None:
        return workbench.snapshot(workbench.current_snapshot_id())
    return workbench.snapshot(workbench.snapshot_id_of_programme(programme_code))


def _recused(access: Access, programmes: Iterable[ProgrammeCode]) -> frozenset[ApplicationId]:
    return frozenset(
        each.application_id for code in programmes for each in access.own_assignments(code) if each.recused
    )
