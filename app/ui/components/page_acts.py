"""From what a part sent of its pages to a note, a tag or another place; what became of it goes to the next run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.evidence import CategoryCode
from app.domain.page_marks import PageArea
from app.errors import WorkbenchError
from app.ui.messages import message_of
from app.ui.state import desk as state
from app.ui.state import documents
from app.ui.text.desk_documents import DocumentWords
from app.workflows.page_marks import MarkEntry, MarkRefusal, delete_mark, save_mark
from app.workflows.page_tags import TagEntry, TagRefusal, save_tag, take_back_tag

if TYPE_CHECKING:
    from app.ui.components.page_reading import PageReading

Sent = Mapping[str, object]
Done = tuple[bool, str]


def act_on_pages(reading: PageReading, value: object) -> None:
    """Do what was sent; what was drawn for another applicant is not done."""
    if not isinstance(value, Mapping) or value.get("application_id") != reading.application_id:
        return
    acts = {
        "save_mark": _save_mark,
        "delete_mark": _delete_mark,
        "save_tag": _save_tag,
        "remove_tag": _remove,
    }
    if value.get("action") == "go":
        _go(value)
    act = acts.get(_text(value.get("action")))
    if act is None:
        return
    try:
        is_done, text = act(reading, value)
    except WorkbenchError as error:
        is_done, text = False, message_of(error, reading.visit.words)
    event_id = _text(value.get("event_id"))
    documents.leave_notice(documents.PageNotice(event_id, reading.application_id, is_done, text))


def _go(value: Sent) -> None:
    """To another file of the same applicant; rights are asked where it is drawn."""
    state.choose_category(CategoryCode(_text(value.get("category_code"))))
    documents.ask_page(_number(value.get("page")), _text(value.get("file")))


def _save_mark(reading: PageReading, value: Sent) -> Done:
    sent = _mapping(value.get("mark"))
    entry = MarkEntry(
        mark_id=_text(sent.get("id")),
        sha256=_text(sent.get("sha256")),
        page_number=_number(sent.get("page")),
        kind=_text(sent.get("kind")),
        area=_area(sent.get("area")),
        content=_text(sent.get("content")),
    )
    outcome = save_mark(reading.visit.access, reading.plan, reading.application_id, entry=entry)
    if isinstance(outcome, MarkRefusal):
        return False, _refusal(outcome, reading.words)
    return True, reading.words.note_saved


def _delete_mark(reading: PageReading, value: Sent) -> Done:
    mark_id = _text(value.get("mark_id"))
    outcome = delete_mark(reading.visit.access, reading.plan, reading.application_id, mark_id=mark_id)
    return outcome is None, _refusal(outcome, reading.words) if outcome else reading.words.note_deleted


def _refusal(refusal: MarkRefusal, words: DocumentWords) -> str:
    return {
        MarkRefusal.NOT_VALID: words.note_refused,
        MarkRefusal.FULL: words.notes_full,
        MarkRefusal.GONE: words.note_gone,
    }[refusal]


def _save_tag(reading: PageReading, value: Sent) -> Done:
    sent = _mapping(value.get("tag"))
    entry = TagEntry(
        event_id=_text(value.get("event_id")),
        tag_id=_text(sent.get("id")),
        sha256=_text(sent.get("sha256")),
        first_page=_number(sent.get("first")),
        last_page=_number(sent.get("last")),
        category_code=CategoryCode(_text(sent.get("category"))),
    )
    outcome = save_tag(reading.visit.access, reading.plan, reading.application_id, entry=entry)
    is_done = not isinstance(outcome, TagRefusal)
    return is_done, reading.words.tag_saved if is_done else reading.words.tag_refused


def _remove(reading: PageReading, value: Sent) -> Done:
    outcome = take_back_tag(
        reading.visit.access,
        reading.plan,
        reading.application_id,
        tag_id=_text(value.get("tag_id")),
        event_id=_text(value.get("event_id")),
    )
    is_done = not isinstance(outcome, TagRefusal)
    return is_done, reading.words.tag_removed if is_done else reading.words.tag_refused


def _mapping(value: object) -> Sent:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    """A whole number; 0, which is no page, for all else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _area(value: object) -> PageArea | None:
    """Four numbers; None for a whole page, an area without extent, which is refused, for all else."""
    if value is None:
        return None
    sides = list(value) if isinstance(value, list | tuple) else []
    if len(sides) != 4 or not all(_is_share(side) for side in sides):
        return PageArea(0, 0, 0, 0)
    return PageArea(*map(float, sides))


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
