"""The announcement of a programme as it stands, for the page that is printed and the file for machines."""

from __future__ import annotations

from typing import Literal

from app.domain.evidence import ProgrammeCode
from app.domain.visibility import Action
from app.errors import NotFound
from app.evidence.questions import load_programmes
from app.exchange.core_notice_file import Announcement
from app.workflows.access import Access
from app.workflows.core_notice import load_notice

NoticeFormat = Literal["html", "json"]


def open_announcement(access: Access, programme_code: ProgrammeCode, format: NoticeFormat) -> Announcement:
    """Only announced stages; logged. Raises NotFound for an unknown programme or before the first stage."""
    access.require(Action.VIEW_PLAN, programme_code=programme_code)
    snapshot = access.workbench.snapshot(access.workbench.current_snapshot_id())
    own = [each for each in load_programmes(snapshot) if each.programme_code == programme_code]
    if not own:
        raise NotFound("programme", programme_code)
    view = load_notice(access, own[0])
    stages = {stage: notice for stage, notice in view.stages.items() if notice.is_announced}
    if not stages:
        raise NotFound("announcement", programme_code)
    access.workbench.store.log(
        person_id=access.person.person_id,
        action="export_notice",
        object_key=f"programme/{programme_code}",
        detail=format,
    )
    return Announcement(own[0], view.items, stages, view.announced_at)
