"""Tags of pages in words: which pages, as what, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.home_time import date_and_time
from app.domain.people import Role
from app.ui.components.evidence_tree import category_label
from app.ui.text.desk import DeskWords
from app.ui.text.desk_documents import DocumentWords
from app.workflows.desk_views import TaggedPages


def tag_data(tagged: TaggedPages, words: DocumentWords, *, desk: DeskWords) -> dict[str, object]:
    """A tag as the viewer wants it."""
    tag = tagged.tag
    return {
        "id": tag.tag_id,
        "sha256": tag.sha256,
        "first": tag.first_page,
        "last": tag.last_page,
        "label": category_label(tag.category_code, tagged.label, desk),
        "by": by_text(tagged, words),
        "may_remove": tagged.may_remove,
        "is_current": tagged.document is not None,
    }


def by_text(tagged: TaggedPages, words: DocumentWords) -> str:
    """Who tagged it, in which role, when."""
    roles = {Role.CHAIR: words.role_chair, Role.OFFICE: words.role_office}
    time = date_and_time(tagged.saved_at) if tagged.saved_at else ""
    role = roles.get(tagged.role, words.role_reviewer)
    return words.tag_by.format(person=tagged.person_name, role=role, time=time)


def range_text(pages: tuple[int, int], words: DocumentWords) -> str:
    """One page or several."""
    first, last = pages
    if first == last:
        return words.page_short.format(page=first)
    return words.pages_short.format(first=first, last=last)


def ranges_text(ranges: Iterable[tuple[int, int]], words: DocumentWords) -> str:
    """Every range of a category, as the table shows it."""
    return words.tagged_text.format(ranges=", ".join(range_text(each, words) for each in ranges))
