"""The completeness ledger of one application: what the files held, beside what the desk shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from app.domain.completeness import SUPERSEDED, LedgerLine, LedgerPart, SetAside
from app.domain.evidence import (
    ApplicantProfile,
    CategoryCode,
    Document,
    LinkedFile,
    Programme,
    ProgrammeCode,
)
from app.domain.portfolio_limit import ACTIVITIES, outcome_limit
from app.evidence.overview_questions import ArrivedFiles, ToldProblem
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import evidence_facts as facts
from app.workflows import overview_facts
from app.workflows.access import Access
from app.workflows.allowed_items import effective_choice
from app.workflows.desk_views import ACTIVITY, ALL_COURSES, COURSE_OUTCOME, PROFILE, UNLINKED

DOCUMENT = "document."
OTHER_DOCUMENT = "other_document"
DOCUMENTS = ("personal_statement", "activity_reflection", OTHER_DOCUMENT, "sixth_semester_transcript")
"""Documents of both modes; the programme asks for them or does not."""
PRACTICAL_WORK = "practical_work"
ATTACHMENT_MISSING = "attachment_missing"
_NOT_EVIDENCE = ("unrecognised", "counselling")
NOTHING = ArrivedFiles("", 0, 0, 0, 0)


@dataclass(frozen=True)
class _Item:
    """One line before its files are counted; ``lost`` are links whose file did not arrive."""

    item: str
    code: CategoryCode | None
    roles: tuple[str, ...]
    shown: int
    is_asked: bool
    documents: Sequence[Document] = ()
    limit: int | None = None
    parts: tuple[LedgerPart, ...] = ()
    lost: Sequence[str] = ()


@dataclass(frozen=True)
class Received:
    """What the ledger is made from: one applicant's files as they were read, and what the desk shows of them."""

    profile: ApplicantProfile
    programme: Programme
    asked: frozenset[CategoryCode]
    arrived: tuple[ArrivedFiles, ...]
    problems: tuple[ToldProblem, ...]
    documents: tuple[Document, ...]
    links: tuple[LinkedFile, ...]
    counts: dict[CategoryCode, tuple[str, int]]
    """Label and entries by category of the tree."""
    semester_grades: int

    def files(self, role: str) -> ArrivedFiles:
        """What arrived in this role."""
        return next((each for each in self.arrived if each.file_role == role), NOTHING)

    def of_kind(self, kind: str) -> list[Document]:
        """The documents the desk shows for this item."""
        return [each for each in self.documents if each.document_kind == kind]


def asked_categories(
    access: Access, snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> frozenset[CategoryCode]:
    """Categories that the items considered by the programme can feed from; before any decision all open ones."""
    items = overview_facts.review_items_of(snapshot, programme_code)
    programme = overview_facts.programme_of(snapshot, programme_code)
    considered = effective_choice(access.workbench.store, programme, items).considered_items
    return frozenset(code for item in items if item.item_code in considered for code in item.category_codes)


def build_ledger(
    snapshot: EvidenceSnapshot, profile: ApplicantProfile, *, asked: frozenset[CategoryCode]
) -> tuple[LedgerLine, ...]:
    """Every item in the order of the hand-over; items that are neither asked for nor there are still named."""
    received = _received(snapshot, profile, asked)
    lines = [
        _profile_line(received),
        _course_line(received),
        _outcome_line(received),
        _activity_line(received),
        *(_document_line(received, kind) for kind in DOCUMENTS),
        _document_line(received, PRACTICAL_WORK),
        _attachment_line(received),
        _other_line(received),
    ]
    always = {"profile", "course_record", "course_outcome", "activity_record", *DOCUMENTS}
    return tuple(line for line in lines if line.item in always or line.expected)


def _received(
    snapshot: EvidenceSnapshot, profile: ApplicantProfile, asked: frozenset[CategoryCode]
) -> Received:
    application_id = profile.summary.application_id
    programme_code = profile.summary.programme_code
    outcomes = facts.outcomes_of(snapshot, application_id)
    activities = facts.activities_of(snapshot, application_id)
    standings = facts.standings_of(snapshot, application_id)
    tree = facts.tree_of(snapshot, application_id)
    return Received(
        profile=profile,
        programme=overview_facts.programme_of(snapshot, programme_code),
        asked=asked,
        arrived=overview_facts.arrived_files_of(snapshot, programme_code).get(application_id, ()),
        problems=overview_facts.set_aside_of(snapshot, programme_code).get(application_id, ()),
        documents=facts.documents_of(snapshot, application_id),
        links=tuple(
            link
            for files in (*(each.files for each in outcomes), *(each.files for each in activities))
            for link in files
        ),
        counts={
            **{node.category_code: (node.label, node.count) for node in tree},
            ALL_COURSES: ("", len(facts.courses_of(snapshot, application_id))),
            COURSE_OUTCOME: ("", len(outcomes)),
        },
        semester_grades=len({(each.academic_year, each.semester) for each in standings}),
    )


def _profile_line(received: Received) -> LedgerLine:
    shown = _count(received, PROFILE)
    return _line(received, _Item("profile", PROFILE, ("profile",), shown, is_asked=True))


def _course_line(received: Received) -> LedgerLine:
    shown = _count(received, ALL_COURSES) + received.semester_grades
    return _line(received, _item(received, "course_record", ALL_COURSES, entries=shown))


def _outcome_line(received: Received) -> LedgerLine:
    programme = received.programme
    limit = outcome_limit(programme.admission_channel, programme.admission_year)
    entries = _count(received, COURSE_OUTCOME)
    item = _item(received, "course_outcome", COURSE_OUTCOME, entries=entries)
    return _line(received, replace(item, limit=limit))


def _activity_line(received: Received) -> LedgerLine:
    parts = tuple(
        LedgerPart(code, label, count, code in received.asked)
        for code, (label, count) in received.counts.items()
        if code.startswith(ACTIVITY)
    )
    entries = sum(part.count for part in parts)
    fullest = max(parts, key=lambda part: part.count).category_code if entries else None
    item = _item(received, "activity_record", fullest, entries=entries)
    return _line(received, replace(item, limit=ACTIVITIES, parts=parts))


def _item(received: Received, item: str, code: CategoryCode | None, *, entries: int) -> _Item:
    """One of the three items of the database: rows of a JSON file, or PDF files that stand for it."""
    is_json = _modes(received)[item] == "json"
    documents = [] if is_json else received.of_kind(item)
    return _Item(
        item,
        documents[0].category_code if documents and not entries else code,
        (item,) if is_json else (item, DOCUMENT + item),
        entries + len(documents),
        is_asked=CategoryCode(DOCUMENT + item) in received.asked,
        documents=documents,
    )


def _document_line(received: Received, kind: str) -> LedgerLine:
    code = CategoryCode(DOCUMENT + kind)
    documents = received.of_kind(kind)
    roles = [DOCUMENT + kind]
    if kind == OTHER_DOCUMENT:
        # A PDF beside a JSON that can be read is published among the other documents.
        roles += [DOCUMENT + item for item, mode in _modes(received).items() if mode == "json"]
    is_asked = code in received.asked and kind != PRACTICAL_WORK
    return _line(
        received, _Item(kind, code, tuple(roles), len(documents), is_asked=is_asked, documents=documents)
    )


def _attachment_line(received: Received) -> LedgerLine:
    arrived = {(link.file.file_name, link.file.sha256) for link in received.links if link.file}
    lost = [PurePosixPath(link.linked_path).name for link in received.links if link.file is None]
    unlinked = _count(received, UNLINKED)
    code = UNLINKED if unlinked else None
    shown = len(arrived) + unlinked
    return _line(received, _Item("attachment", code, ("attachment",), shown, is_asked=False, lost=lost))


def _other_line(received: Received) -> LedgerLine:
    """Files that are no evidence: each is named with the rule that says so."""
    return LedgerLine(
        item="other_file",
        category_code=None,
        is_asked=False,
        is_pdf=False,
        expected=sum(received.files(role).files for role in _NOT_EVIDENCE),
        shown=0,
        not_handed_in=0,
        set_aside=tuple(
            SetAside(each.rule, each.file_name, each.count)
            for each in received.problems
            if each.file_role in _NOT_EVIDENCE and each.rule != SUPERSEDED
        ),
    )


def _line(received: Received, item: _Item) -> LedgerLine:
    files = [received.files(role) for role in item.roles]
    is_missing = item.is_asked and not any(each.files + each.files_superseded for each in files)
    missing = len(item.lost) + is_missing
    pages = [each.page_count for each in item.documents if each.page_count]
    return LedgerLine(
        item=item.item,
        category_code=item.code,
        is_asked=item.is_asked,
        is_pdf=item.item not in DOCUMENTS and bool(item.documents) and len(item.documents) == item.shown,
        expected=sum(each.rows_read for each in files) + missing,
        shown=item.shown,
        not_handed_in=missing,
        set_aside=_set_aside(received, item, files),
        notes=_notes(received, item),
        limit=item.limit,
        pages=sum(pages) if pages else None,
        unread_documents=len(item.documents) - len(pages),
        parts=item.parts,
    )


def _set_aside(received: Received, item: _Item, files: Iterable[ArrivedFiles]) -> tuple[SetAside, ...]:
    """Rows with the rule that set them aside, and those of files that a later delivery replaced."""
    replaced = sum(each.rows_superseded for each in files)
    told = (each for each in _told(received, item) if each.is_set_aside)
    aside = [SetAside(each.rule, each.file_name, each.count) for each in told]
    return (*aside, *([SetAside(SUPERSEDED, "", replaced)] if replaced else []))


def _notes(received: Received, item: _Item) -> tuple[SetAside, ...]:
    told = (each for each in _told(received, item) if not each.is_set_aside and each.rule != SUPERSEDED)
    return (
        *(SetAside(each.rule, each.file_name, each.count) for each in told),
        *(SetAside(ATTACHMENT_MISSING, name, 1) for name in item.lost),
    )


def _told(received: Received, item: _Item) -> list[ToldProblem]:
    return [each for each in received.problems if each.file_role in item.roles]


def _modes(received: Received) -> dict[str, str]:
    profile = received.profile
    return {
        "course_record": profile.course_record_mode,
        "course_outcome": profile.course_outcome_mode,
        "activity_record": profile.activity_record_mode,
    }


def _count(received: Received, code: CategoryCode) -> int:
    return received.counts.get(code, ("", 0))[1]
