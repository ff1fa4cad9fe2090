"""The announcement of core data as a file for machines: only what was announced, codes beside their names.

The schema is described in ``docs/core-data-notice.md``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.core_notice import NoticeStage, StageNotice
from app.domain.evidence import Programme, ReviewItem

FILE_KIND = "core-data-notice"
FILE_VERSION = 1


@dataclass(frozen=True)
class Announcement:
    """The announced stages of a programme; a stage may have been announced before moments were kept."""

    programme: Programme
    items: tuple[ReviewItem, ...]
    stages: Mapping[NoticeStage, StageNotice]
    announced_at: Mapping[NoticeStage, datetime]

    @property
    def chosen_items(self) -> tuple[ReviewItem, ...]:
        """The items considered, in the order of the list; empty while they are not announced."""
        notice = self.stages.get(NoticeStage.ITEMS)
        codes = notice.content.item_codes if notice else ()
        return tuple(item for item in self.items if item.item_code in codes)


def write_core_notice(announcement: Announcement) -> str:
    """JSON text, keys always in the same order, moments in UTC."""
    programme = announcement.programme
    document = {
        "file": FILE_KIND,
        "version": FILE_VERSION,
        "programme": {
            "code": programme.programme_code,
            "name": programme.programme_name,
            "university": programme.university_name,
            "admission_channel": programme.admission_channel,
            "admission_year": programme.admission_year,
        },
        "stages": {stage.value: _stage(announcement, stage) for stage in announcement.stages},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _stage(announcement: Announcement, stage: NoticeStage) -> dict[str, object]:
    notice = announcement.stages[stage]
    moment = announcement.announced_at.get(stage)
    content = notice.content
    said: dict[str, object] = {
        "announced_at": moment.astimezone(UTC).isoformat(timespec="seconds") if moment else None,
        "revision": notice.revision,
    }
    if stage is NoticeStage.FORMAT:
        said |= {
            "accepts_pdf": content.accepts_pdf,
            "most_pages": content.most_pages,
            "most_megabytes": content.most_megabytes,
        }
    elif stage is NoticeStage.ITEMS:
        said["items"] = [
            {
                "code": item.item_code,
                "group": item.item_group,
                "label": item.label,
                "categories": list(item.category_codes),
            }
            for item in announcement.chosen_items
        ]
    else:
        said["remarks"] = [{"code": code, "text": text} for code, text in sorted(content.remarks.items())]
        said["questions"] = list(content.questions)
    return {**said, "text": content.text}
