"""A file by its key, for who may open it: the one question behind every door to originals."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from starlette.requests import Request

from app.domain.evidence import EvidenceFile
from app.domain.people import Person
from app.domain.visibility import Action, NotAllowed
from app.errors import NotFound, SnapshotBroken
from app.evidence.questions import find_application, find_file
from app.evidence.snapshot import EvidenceSnapshot
from app.workbench import Workbench
from app.workflows.access import Access


@dataclass(frozen=True)
class OpenedFile:
    """A file the person of ``access`` may open, and where its bytes lie."""

    file: EvidenceFile
    path: Path
    snapshot: EvidenceSnapshot
    access: Access


def find_opened(workbench: Workbench, request: Request) -> OpenedFile | None:
    """One None for unknown snapshots, unknown keys, lost bytes and refusals: a stranger learns nothing."""
    access = Access(cast(Person, request.state.person), workbench)
    try:
        snapshot = workbench.named_snapshot(request.query_params.get("snapshot"))
        return _open(snapshot, access, file_key=request.path_params["file_key"])
    except (NotAllowed, NotFound, SnapshotBroken):
        return None


def _open(snapshot: EvidenceSnapshot, access: Access, *, file_key: str) -> OpenedFile | None:
    file = find_file(snapshot, file_key)
    application = find_application(snapshot, file.application_id) if file is not None else None
    if file is None or application is None:
        _log_unknown(access)
        return None
    access.require(
        Action.OPEN_FILE,
        programme_code=application.programme_code,
        application_id=application.application_id,
    )
    return OpenedFile(file, snapshot.file_path(file.sha256), snapshot, access)


def _log_unknown(access: Access) -> None:
    # What was asked for is a stranger's text and stays out of the log.
    access.workbench.store.log(person_id=access.person.person_id, action="refused", object_key="file/unknown")
