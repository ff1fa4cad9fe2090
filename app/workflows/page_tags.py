"""Pages of an upload tagged as evidence of a category: set by who may, seen by all who may see the applicant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.evidence import ApplicationId, ApplicationSummary, CategoryCode, Document, TreeNode
from app.domain.page_tags import PageTag, PageTagEvent, standing_tags
from app.domain.people import Role
from app.domain.plan import ReviewPlan
from app.domain.visibility import Action
from app.evidence.application_questions import SHOWN_IF_PRESENT
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.application_files import files_of
from app.workflows.desk_views import ALL_COURSES, PROFILE, TaggedPages
from app.workflows.evidence_review import require_view

KEY_LENGTH = 64
PDF_MODES = ("pdf", "partial_pdf")


class TagRefusal(StrEnum):
    """Why a tag was not set or not taken back."""

    NOT_VALID = "not_valid"
    GONE = "gone"


@dataclass(frozen=True)
class TagEntry:
    """A tag as it was sent: nothing of it is trusted before it was checked."""

    event_id: str
    tag_id: str
    sha256: str
    first_page: int
    last_page: int
    category_code: CategoryCode


def is_tagged_by_hand(summary: ApplicationSummary) -> bool:
    """Whether pages of this application may be tagged: some item came as PDF."""
    return summary.submission_mode in PDF_MODES


def load_tags(
    access: Access,
    plan: ReviewPlan,
    application_id: ApplicationId,
    *,
    category_code: CategoryCode | None = None,
) -> tuple[TaggedPages, ...]:
    """The tags that stand on the application, of one category when it is named; those of replaced files among them."""
    snapshot = require_view(access, plan, application_id)
    if not is_tagged_by_hand(facts.profile_of(snapshot, application_id).summary):
        return ()
    return tuple(
        _view(access, plan, snapshot, event)
        for event in _standing(access, application_id)
        if category_code in (None, event.tag.category_code)
    )


def count_tags(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> Mapping[CategoryCode, int]:
    """How many tagged ranges stand for each category; those of replaced files count nowhere."""
    snapshot = require_view(access, plan, application_id)
    if not is_tagged_by_hand(facts.profile_of(snapshot, application_id).summary):
        return Counter()
    tags = [event.tag for event in _standing(access, application_id)]
    files = files_of(snapshot, application_id) if tags else {}
    return Counter(tag.category_code for tag in tags if tag.sha256 in files)


def load_choice(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> tuple[TreeNode, ...]:
    """What the person may tag pages of this application as; nothing without the right, or where nothing came as PDF."""
    snapshot = require_view(access, plan, application_id)
    may_tag = access.allows(
        Action.TAG_PAGES, programme_code=plan.programme_code, application_id=application_id
    )
    if not may_tag or not _may_be_tagged(snapshot, application_id):
        return ()
    return tag_categories(snapshot, application_id)


def tag_categories(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> tuple[TreeNode, ...]:
    """What pages may be tagged as: the nodes of the programme's tree, but for those that are uploads themselves."""
    nodes = facts.tree_of(snapshot, application_id)
    return tuple(node for node in nodes if node.category_code not in (PROFILE, *SHOWN_IF_PRESENT))


def save_tag(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, entry: TagEntry
) -> PageTagEvent | TagRefusal:
    """Set a tag and read it back."""
    access.require(Action.TAG_PAGES, programme_code=plan.programme_code, application_id=application_id)
    snapshot = require_view(access, plan, application_id)
    if not _is_valid(entry, snapshot, application_id):
        return TagRefusal.NOT_VALID
    tag = PageTag(
        tag_id=entry.tag_id,
        application_id=application_id,
        sha256=entry.sha256,
        first_page=entry.first_page,
        last_page=entry.last_page,
        category_code=entry.category_code,
    )
    return _written(access, PageTagEvent(entry.event_id, tag, False, access.person.person_id))


def take_back_tag(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, tag_id: str, event_id: str
) -> PageTagEvent | TagRefusal:
    """Take a tag back: an own one, or for chair and office any."""
    access.require(Action.TAG_PAGES, programme_code=plan.programme_code, application_id=application_id)
    require_view(access, plan, application_id)
    events = standing_tags(access.workbench.store.load_page_tag_events(application_id=application_id))
    found = next((event for event in events if event.tag.tag_id == tag_id), None)
    if found is None or not _is_key(event_id):
        return TagRefusal.GONE
    if found.person_id != access.person.person_id:
        access.require(
            Action.TAKE_BACK_TAGS, programme_code=plan.programme_code, application_id=application_id
        )
    return _written(access, PageTagEvent(event_id, found.tag, True, access.person.person_id))


def _standing(access: Access, application_id: ApplicationId) -> tuple[PageTagEvent, ...]:
    if application_id not in access.page_tags:
        events = access.workbench.store.load_page_tag_events(application_id=application_id)
        access.page_tags[application_id] = standing_tags(events)
    return access.page_tags[application_id]


def _written(access: Access, event: PageTagEvent) -> PageTagEvent | TagRefusal:
    access.page_tags.clear()
    try:
        return access.workbench.store.save_page_tag_event(event)
    except ValueError:
        # A key that was used before for something else: no browser of ours sends one.
        return TagRefusal.NOT_VALID


def _is_valid(entry: TagEntry, snapshot: EvidenceSnapshot, application_id: ApplicationId) -> bool:
    place = files_of(snapshot, application_id).get(entry.sha256)
    if place is None or place.file.media_kind != "pdf" or not _may_be_tagged(snapshot, application_id):
        return False
    codes = {node.category_code for node in tag_categories(snapshot, application_id)} | {ALL_COURSES}
    has_keys = _is_key(entry.event_id) and _is_key(entry.tag_id)
    return has_keys and entry.category_code in codes and _is_range(entry, place.page_count)


def _may_be_tagged(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> bool:
    return is_tagged_by_hand(facts.profile_of(snapshot, application_id).summary)


def _is_range(entry: TagEntry, page_count: int) -> bool:
    return 1 <= entry.first_page <= entry.last_page <= page_count


def _is_key(text: str) -> bool:
    return 0 < len(text) <= KEY_LENGTH and text.isascii() and text.isprintable()


def _view(access: Access, plan: ReviewPlan, snapshot: EvidenceSnapshot, event: PageTagEvent) -> TaggedPages:
    tag = event.tag
    person = access.workbench.store.find_person(event.person_id)
    is_own = event.person_id == access.person.person_id
    right = Action.TAG_PAGES if is_own else Action.TAKE_BACK_TAGS
    return TaggedPages(
        tag=tag,
        document=_document(snapshot, tag),
        label=_label(snapshot, tag),
        person_name=person.display_name if person else "",
        role=person.role if person else Role.REVIEWER,
        saved_at=event.saved_at,
        may_remove=access.allows(
            right, programme_code=plan.programme_code, application_id=tag.application_id
        ),
    )


def _document(snapshot: EvidenceSnapshot, tag: PageTag) -> Document | None:
    """The tagged file as a document of so many pages; None when the applicant's files no longer hold it."""
    place = files_of(snapshot, tag.application_id).get(tag.sha256)
    if place is None:
        return None
    return Document(
        document_id=place.file.file_key,
        document_kind=place.document.document_kind if place.document else "",
        category_code=tag.category_code,
        label=place.document.label if place.document else place.file.file_name,
        file=place.file,
        page_count=tag.last_page - tag.first_page + 1,
        has_text=place.document.has_text if place.document else None,
    )


def _label(snapshot: EvidenceSnapshot, tag: PageTag) -> str:
    nodes = facts.tree_of(snapshot, tag.application_id)
    return next((node.label for node in nodes if node.category_code == tag.category_code), "")
