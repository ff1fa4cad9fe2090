"""畢業高中綜覽 of one applicant, told from what the person may see: nothing in it counts anybody else."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.evidence import ApplicationId, SemesterStanding, Syllabus
from app.domain.folding import fold
from app.domain.school import OfferedCourse, SchoolName, SchoolProfile
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import course_facts
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.desk_views import ApplicantLine, Desk
from app.workflows.evidence_review import require_view


@dataclass(frozen=True)
class OtherSchool:
    """A school that some course codes name although the applicant graduates elsewhere."""

    name: str
    semesters: tuple[tuple[int, int | None], ...]
    courses: int


@dataclass(frozen=True)
class SchoolView:
    """The school, its offer to the cohort, the own standings there, and who else of the desk comes from it."""

    profile: SchoolProfile
    names: tuple[SchoolName, ...]
    other_schools: tuple[OtherSchool, ...]
    entry_year: int | None
    offer: tuple[OfferedCourse, ...]
    taken: frozenset[tuple[str, str]]
    """Category and folded subject of the courses in the records of the applicant."""
    standings: tuple[SemesterStanding, ...]
    schoolmates: tuple[ApplicantLine, ...]
    """Lines of the desk, in its order, without the applicant."""
    course_record_mode: str


def load_school_view(access: Access, desk: Desk, application_id: ApplicationId) -> SchoolView:
    """Everything the school view shows of one application."""
    snapshot = require_view(access, desk.plan, application_id)
    profile = course_facts.school_profile_of(snapshot, application_id)
    entry_year = course_facts.entry_year_of(snapshot, application_id)
    return SchoolView(
        profile=profile,
        names=course_facts.school_names_of(snapshot, profile.school_code),
        other_schools=_other_schools(snapshot, application_id, profile),
        entry_year=entry_year,
        offer=course_facts.school_offer_of(snapshot, profile, entry_year),
        taken=_taken(snapshot, application_id),
        standings=facts.standings_of(snapshot, application_id),
        schoolmates=_schoolmates(snapshot, desk, application_id, school_code=profile.school_code),
        course_record_mode=facts.profile_of(snapshot, application_id).course_record_mode,
    )


def find_offered_syllabus(
    access: Access, desk: Desk, application_id: ApplicationId, *, syllabus_id: str
) -> Syllabus | None:
    """A syllabus of the offer of this applicant's school; None for any other key."""
    view = load_school_view(access, desk, application_id)
    if syllabus_id not in {each.syllabus_id for each in view.offer}:
        return None
    return facts.syllabus_of(require_view(access, desk.plan, application_id), syllabus_id)


def _schoolmates(
    snapshot: EvidenceSnapshot, desk: Desk, application_id: ApplicationId, *, school_code: str
) -> tuple[ApplicantLine, ...]:
    """Only lines of the desk: who may not be seen is neither listed nor counted."""
    if not school_code:
        return ()
    codes = course_facts.school_codes_of(snapshot, desk.plan.programme_code)
    return tuple(
        line
        for line in desk.lines
        if codes.get(line.application_id) == school_code and line.application_id != application_id
    )


def _taken(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> frozenset[tuple[str, str]]:
    lines = course_facts.course_lines_of(snapshot, application_id).values()
    return frozenset((line.code.course_category, fold(line.record.subject)) for line in lines)


def _other_schools(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, profile: SchoolProfile
) -> tuple[OtherSchool, ...]:
    courses: dict[str, int] = {}
    names: dict[str, str] = {}
    semesters: dict[str, set[tuple[int, int | None]]] = {}
    for line in course_facts.course_lines_of(snapshot, application_id).values():
        code = line.code.school_code
        if code in ("", profile.school_code):
            continue
        courses[code] = courses.get(code, 0) + 1
        names[code] = line.detail.school_name or code
        if line.record.academic_year is not None:
            semesters.setdefault(code, set()).add((line.record.academic_year, line.record.semester))
    return tuple(
        OtherSchool(names[code], tuple(sorted(semesters.get(code, ()), key=_when)), courses[code])
        for code in sorted(courses)
    )


def _when(semester: tuple[int, int | None]) -> tuple[int, int]:
    return (semester[0], semester[1] or 0)
