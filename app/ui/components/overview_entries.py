"""One entry of the overview in words: what it is, the fact that ordered it, and when it was."""

from __future__ import annotations

from app.domain.evidence import (
    ActivityRecord,
    ApplicantProfile,
    CourseOutcome,
    CourseRecord,
    Document,
    EvidenceFile,
    SemesterStanding,
)
from app.domain.strongest import StrengthRule, months_held, rule_of
from app.ui.components.entry_cards import roc_date
from app.ui.number_text import number_text
from app.ui.text.desk import DeskWords
from app.ui.text.desk_overview import OverviewWords
from app.workflows.overview_views import StrongEntry

OWN_SCHOOL = "school_cadre"
SMALL_POPULATION = 10
"""Below it a standing says little, and single classmates could be told from the bars."""


def is_small_group(record: CourseRecord | SemesterStanding) -> bool:
    """Whether so few were graded that the standing should be read with care."""
    population = record.distribution.population if record.distribution else None
    return population is not None and population < SMALL_POPULATION


def entry_data(entry: StrongEntry, words: OverviewWords, desk: DeskWords) -> dict[str, object]:
    """An entry as the browser part wants it; ``fact`` is what the order goes by."""
    evidence = entry.evidence
    data: dict[str, object] = {"code": entry.category_code, "record": ""}
    if isinstance(evidence, CourseRecord):
        return {**data, "record": evidence.record_id, **_course(evidence, words)}
    if isinstance(evidence, CourseOutcome):
        return {**data, **_outcome(evidence, entry.course, words, desk)}
    if isinstance(evidence, ActivityRecord):
        return {**data, **activity_data(evidence, words, desk)}
    if isinstance(evidence, Document):
        return {**data, "text": "", "fact": document_fact(evidence, words), "rest": evidence.file.file_name}
    if isinstance(evidence, EvidenceFile):
        return {**data, "text": evidence.file_name, "fact": "", "rest": ""}
    return {**data, **_profile(evidence)}


def activity_data(record: ActivityRecord, words: OverviewWords, desk: DeskWords) -> dict[str, str]:
    """An activity: title, the facts its list is ordered by, and the day."""
    # The school registers its own offices: their title is the school, and the post says what it was.
    is_own = record.activity_list == OWN_SCHOOL and record.role is not None
    return {
        "text": (record.role if is_own else record.title) or desk.untitled,
        "fact": _joined(
            *(fact for fact in _activity_facts(record, words) if not is_own or fact != record.role)
        ),
        "rest": when_text(record),
    }


def document_fact(document: Document, words: OverviewWords) -> str:
    """Pages, and whether it is a scan; or that it may not open."""
    if document.page_count is None:
        return words.pages_unknown
    form = words.pages if document.has_text else words.pages_scan
    return form.format(pages=document.page_count)


def when_text(record: ActivityRecord) -> str:
    """112/05/20 – 112/06/30, or 112-1 where only the semester is known."""
    days = [roc_date(day) for day in dict.fromkeys((record.start_date, record.end_date)) if day]
    return " – ".join(days) or semester_code(record.academic_year, record.semester)


def semester_code(academic_year: int | None, semester: int | None) -> str:
    """112-1; empty without a year."""
    if academic_year is None:
        return ""
    return f"{academic_year}-{semester}" if semester else str(academic_year)


def _course(record: CourseRecord, words: OverviewWords) -> dict[str, str]:
    standing = record.standing
    fact = words.rank_group.format(percent=standing.percent) if standing else ""
    grade = "" if record.grade is None else words.grade_of.format(grade=number_text(record.grade))
    return {
        "text": record.subject,
        "fact": fact,
        "rest": semester_code(record.academic_year, record.semester),
        "title": grade,
        "mark": words.small_group if is_small_group(record) else "",
    }


def _outcome(
    outcome: CourseOutcome, course: CourseRecord | None, words: OverviewWords, desk: DeskWords
) -> dict[str, str]:
    standing = course.standing if course else None
    missing = sum(each.file is None for each in outcome.files)
    facts = (
        words.outcome_course.format(percent=standing.percent) if standing else "",
        words.files.format(count=len(outcome.files)) if outcome.files else "",
        words.files_missing.format(count=missing) if missing else "",
    )
    return {
        "text": outcome.subject or desk.untitled,
        "fact": _joined(*facts),
        "rest": semester_code(outcome.academic_year, outcome.semester),
        "mark": words.small_group if course and is_small_group(course) else "",
    }


def _activity_facts(record: ActivityRecord, words: OverviewWords) -> tuple[str | None, ...]:
    rule = rule_of(record.activity_list)
    if rule is StrengthRule.HOURS:
        hours = words.hours.format(hours=number_text(record.hours)) if record.hours is not None else None
        return (hours, record.role)
    if rule is StrengthRule.LEVEL_AND_TIME_HELD:
        months = months_held(record)
        held = words.months.format(months=months) if months else None
        return (record.level_name, record.role, held)
    return (record.level_name, record.role)


def _profile(profile: ApplicantProfile) -> dict[str, str]:
    summary = profile.summary
    return {"text": summary.school_name, "fact": "", "rest": summary.applicant_status or ""}


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
