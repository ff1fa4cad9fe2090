"""基本資料 as facts in titled sections."""

from __future__ import annotations

from decimal import Decimal

from app.domain.evidence import ApplicantProfile
from app.ui.components.part import desk_part
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.text.frame import FrameWords
from app.workflows.desk_views import PROFILE

Facts = list[tuple[str, str | None]]


def draw_profile(profile: ApplicantProfile, *, words: DeskWords, frame: FrameWords) -> None:
    """Person, school, and in which form each item arrived; what was not given is shown as not given."""
    sections = [
        (words.profile_person, _person(profile, words)),
        (words.profile_school, _school(profile, words)),
        (words.profile_items, _items(profile, words, frame)),
    ]
    desk_part("fact_table")(
        key=state.content_key("facts", profile.summary.application_id, PROFILE),
        data={"sections": [section_data(title, facts, words) for title, facts in sections]},
    )


def section_data(title: str, facts: Facts, words: DeskWords) -> dict[str, object]:
    """A section as the browser part wants it."""
    return {
        "title": title,
        "facts": [
            {"label": label, "value": value or words.not_given, "is_empty": not value}
            for label, value in facts
        ],
    }


def top_percent(percent: Decimal | None, words: DeskWords) -> str | None:
    """前 12.3 %."""
    return None if percent is None else words.top_percent.format(percent=percent)


def _person(profile: ApplicantProfile, words: DeskWords) -> Facts:
    summary = profile.summary
    mean = summary.semester_grade_mean
    return [
        (words.name, summary.name),
        (words.number.format(number="").strip(), summary.application_number),
        (words.identity, summary.applicant_status),
        (words.experimental, profile.experimental_type),
        (words.grade_mean, None if mean is None else str(mean)),
        (words.mean_standing, top_percent(summary.mean_standing, words)),
    ]


def _school(profile: ApplicantProfile, words: DeskWords) -> Facts:
    return [
        (words.school, profile.summary.school_name),
        (words.school_code, profile.school_code),
        (words.county, profile.summary.county),
        (words.program_group, profile.program_group_name),
        (words.department, profile.department_name),
        (words.class_kind, profile.class_kind),
        (words.division, profile.division),
    ]


def _items(profile: ApplicantProfile, words: DeskWords, frame: FrameWords) -> Facts:
    modes = {
        "json": words.mode_json,
        "pdf": words.mode_pdf,
        "missing": words.mode_missing,
        "unreadable": words.mode_unreadable,
    }
    return [
        (words.item_courses, modes.get(profile.course_record_mode, profile.course_record_mode)),
        (words.item_outcomes, modes.get(profile.course_outcome_mode, profile.course_outcome_mode)),
        (words.item_activities, modes.get(profile.activity_record_mode, profile.activity_record_mode)),
        (words.sixth_semester, frame.yes if profile.has_sixth_semester else frame.no),
    ]
