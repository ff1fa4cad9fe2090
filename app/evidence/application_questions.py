"""Questions about programmes and applications: who applied, in which form, and what the tree of each holds."""

from __future__ import annotations

from dataclasses import fields

from app.domain.evidence import (
    ApplicantProfile,
    ApplicationId,
    ApplicationSummary,
    CategoryCode,
    CategoryRow,
    Programme,
    ProgrammeCode,
    ReviewItem,
    TreeNode,
)
from app.errors import NotFound
from app.evidence.snapshot import EvidenceSnapshot

SHOWN_IF_PRESENT = (
    "document.course_record",
    "document.course_outcome",
    "document.activity_record",
    "document.practical_work",
    "attachment.unlinked",
)
"""Categories without a node unless the programme has one: they only exist where database items are missing."""


def load_programmes(snapshot: EvidenceSnapshot) -> tuple[Programme, ...]:
    """Every programme, by channel, year and code."""
    return tuple(Programme(*row) for row in snapshot.rows("load_programmes"))


def load_applications(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> tuple[ApplicationSummary, ...]:
    """The applicant list of a programme, by number as received."""
    rows = snapshot.rows("load_applications", {"programme_code": programme_code})
    return tuple(ApplicationSummary(*row) for row in rows)


def find_application(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> ApplicationSummary | None:
    """One line of an applicant list, or None for an unknown key."""
    rows = snapshot.rows_of("find_application", application_id)
    return ApplicationSummary(*rows[0]) if rows else None


def load_profile(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> ApplicantProfile:
    """基本資料 of an application."""
    rows = snapshot.rows_of("load_profile", application_id)
    if not rows:
        raise NotFound("application", application_id)
    width = len(fields(ApplicationSummary))
    return ApplicantProfile(ApplicationSummary(*rows[0][:width]), *rows[0][width:])


def load_application_tree(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> tuple[TreeNode, ...]:
    """The evidence tree with the entries of one application; every applicant of a programme has the same nodes."""
    around = snapshot.places.around(application_id)
    params = {**around._asdict(), "shown_if_present": list(SHOWN_IF_PRESENT)}
    return tuple(TreeNode(*row) for row in snapshot.rows_of("load_application_tree", application_id, params))


def load_programme_tree(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> tuple[TreeNode, ...]:
    """The same tree, counting the applications that have at least one entry."""
    places = snapshot.places.of_programme(programme_code)
    params = {**places._asdict(), "shown_if_present": list(SHOWN_IF_PRESENT)}
    return tuple(TreeNode(*row) for row in snapshot.rows("load_programme_tree", params))


def load_review_items(
    snapshot: EvidenceSnapshot, admission_channel: str, *, admission_year: int
) -> tuple[ReviewItem, ...]:
    """審查資料項目 of a channel and ROC year; the codes mean other things in other years."""
    params = {"admission_channel": admission_channel, "admission_year": admission_year}
    rows = snapshot.rows("load_review_items", params)
    return tuple(
        ReviewItem(item_code, item_group, label, tuple(category_codes))
        for item_code, item_group, label, category_codes in rows
    )


def load_category_rows(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode, *, category_code: CategoryCode
) -> tuple[CategoryRow, ...]:
    """One category over all applicants of a programme, those without an entry included."""
    # Known numbers, not a join: only so does the database skip everything of other programmes.
    places = snapshot.places.of_programme(programme_code)
    params = {**places._asdict(), "category_code": category_code}
    return tuple(CategoryRow(*row) for row in snapshot.rows("load_category_rows", params))
