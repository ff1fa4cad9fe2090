"""Who this is, in one line of facts."""

from __future__ import annotations

from app.domain.evidence import ApplicantProfile
from app.ui.text.desk import DeskWords
from app.ui.text.desk_overview import OverviewWords
from app.workflows.overview_views import CoreOverview


def who_data(overview: CoreOverview, words: OverviewWords, desk: DeskWords) -> list[dict[str, str]]:
    """Label and value; what was not given is left out, for the ledger says what is missing."""
    profile = overview.profile
    facts = (
        (desk.program_group, _studies(profile)),
        (desk.class_kind, _class(profile)),
        (desk.identity, profile.summary.applicant_status),
        (desk.profile_items, _modes(profile, desk)),
        (desk.mean_standing, _standing(overview, words)),
    )
    return [{"label": label, "value": value} for label, value in facts if value]


def _studies(profile: ApplicantProfile) -> str:
    return _joined(profile.program_group_name, profile.department_name)


def _class(profile: ApplicantProfile) -> str:
    return _joined(profile.class_kind, profile.division, profile.experimental_type)


def _modes(profile: ApplicantProfile, desk: DeskWords) -> str:
    """One word when all three items came in one form, else each with its own."""
    texts = {
        "json": desk.mode_json,
        "pdf": desk.mode_pdf,
        "missing": desk.mode_missing,
        "unreadable": desk.mode_unreadable,
    }
    items = (
        (desk.item_courses, profile.course_record_mode),
        (desk.item_outcomes, profile.course_outcome_mode),
        (desk.item_activities, profile.activity_record_mode),
    )
    modes = {mode for _, mode in items}
    if len(modes) == 1:
        return texts.get(modes.pop(), "")
    return _joined(*(f"{label} {texts.get(mode, mode)}" for label, mode in items))


def _standing(overview: CoreOverview, words: OverviewWords) -> str:
    found = overview.mean_standing
    if found is None:
        return words.standing_none
    mean = found.mean
    return words.standing_of_mean.format(
        percent=mean.percent, best=mean.best, worst=mean.worst, semesters=found.semesters
    )


def _joined(*parts: str | None) -> str:
    return " · ".join(dict.fromkeys(part for part in parts if part))
