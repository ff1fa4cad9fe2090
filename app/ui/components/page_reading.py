"""What one person does with an applicant's pages: private notes, and tags; both drawn by every part that opens files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.evidence import ApplicationId, SnapshotId
from app.domain.page_marks import MarkKind
from app.domain.plan import ReviewPlan
from app.ui.components.page_acts import act_on_pages
from app.ui.components.page_tags import tag_data
from app.ui.components.part import on_trigger
from app.ui.components.tag_choice import category_choice
from app.ui.state import documents
from app.ui.text.desk import WORDS as DESK_WORDS
from app.ui.text.desk_documents import WORDS, DocumentWords
from app.ui.visit import Visit
from app.workflows.page_marks import MarkView, load_marks
from app.workflows.page_tags import load_tags


@dataclass(frozen=True)
class PageReading:
    """One person with one applicant under one plan; ``page`` is what the address asks to be opened."""

    visit: Visit
    plan: ReviewPlan
    application_id: ApplicationId
    page: documents.AskedPage | None = None

    @property
    def words(self) -> DocumentWords:
        """The words in the language of the visit."""
        return WORDS[self.visit.language]

    @property
    def snapshot_id(self) -> SnapshotId:
        """The snapshot the plan pins."""
        return self.plan.snapshot_id

    def data(self) -> dict[str, object]:
        """Own notes, everybody's tags, and what became of the last act."""
        access = self.visit.access
        notice = documents.notice_for(self.application_id)
        desk = DESK_WORDS[self.visit.language]
        tags = load_tags(access, self.plan, self.application_id)
        return {
            "application_id": self.application_id,
            "person_id": self.visit.person.person_id,
            "marks": [_mark(each) for each in load_marks(access, self.plan, self.application_id)],
            "kinds": _kinds(self.words),
            "tags": [tag_data(each, self.words, desk=desk) for each in tags],
            "categories": category_choice(access, self.plan, self.application_id, words=desk),
            "notice": _notice(notice) if notice else None,
        }

    def trigger(self, key: str) -> Callable[[], None]:
        """What the part with this key calls when something was done on its pages."""
        return on_trigger(key, "page", lambda value: act_on_pages(self, value))


def _notice(notice: documents.PageNotice) -> dict[str, object]:
    return {"event_id": notice.event_id, "ok": notice.is_done, "text": notice.text}


def _kinds(words: DocumentWords) -> list[dict[str, str]]:
    labels = {
        MarkKind.KEY: words.kind_key,
        MarkKind.STRENGTH: words.kind_strength,
        MarkKind.DOUBT: words.kind_doubt,
        MarkKind.CHECK: words.kind_check,
    }
    return [{"code": kind.value, "label": label} for kind, label in labels.items()]


def _mark(view: MarkView) -> dict[str, object]:
    mark, place = view.mark, view.place
    area = mark.area
    return {
        "id": mark.mark_id,
        "sha256": mark.sha256,
        "page": mark.page_number,
        "kind": mark.kind.value,
        "area": [area.left, area.top, area.width, area.height] if area else None,
        "content": mark.content,
        "file_name": place.file.file_name if place else "",
        "file_key": place.file.file_key if place else "",
        "category": place.category_code if place else None,
    }
