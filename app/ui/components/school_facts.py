"""Facts of a school: names by year, type, founder, the own class, other schools in the records."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.school import SchoolName, SchoolProfile
from app.ui.components.fact_table import Facts
from app.ui.text.course_codes import CodeWords
from app.ui.text.desk import DeskWords
from app.ui.text.desk_school import SchoolWords
from app.workflows.school_view import OtherSchool, SchoolView

FOUNDER_PLACE = 2
"""0-based place of the founder in a school code."""


def school_facts(view: SchoolView, *, words: DeskWords, school_words: SchoolWords, codes: CodeWords) -> Facts:
    """Labels and values; what is not known has no value."""
    profile = view.profile
    unknown_year = school_words.entry_year_unknown
    facts: Facts = [
        (words.school, profile.school_name),
        (words.school_code, profile.school_code),
        (school_words.names, names_text(view.names, profile, school_words)),
        (words.county, profile.county),
        (school_words.school_type, codes.school_types.get(profile.school_type or "", profile.school_type)),
        (school_words.founder, founder_text(profile, view.names, words=school_words, codes=codes)),
        (school_words.own_class, _joined(profile.program_group_name, profile.department_name)),
        (words.class_kind, profile.class_kind),
        (school_words.class_group, _joined(profile.class_group, profile.class_group_name)),
        (school_words.entry_year, str(view.entry_year) if view.entry_year else unknown_year),
    ]
    if view.other_schools:
        shown = " · ".join(_other(each, school_words) for each in view.other_schools)
        facts.append((school_words.other_schools, shown))
    return facts


def names_text(names: Sequence[SchoolName], profile: SchoolProfile, words: SchoolWords) -> str | None:
    """Every name with its years, when there was more than one or another than the application says."""
    shown = [_name(each, words) for each in names]
    is_other = profile.school_name not in {each.name for each in names}
    if names and is_other:
        shown.append(f"{profile.school_name} ({words.list_name})")
    return " · ".join(shown) or None


def founder_text(
    profile: SchoolProfile, names: Sequence[SchoolName], *, words: SchoolWords, codes: CodeWords
) -> str | None:
    """From a name where it says so; else from the code, which is a tendency and no rule, and says that."""
    known = [profile.school_name, *(each.name for each in names)]
    for sign, founder in codes.founder_names.items():
        if any(sign in name for name in known):
            return founder
    guessed = codes.founder_codes.get(profile.school_code[FOUNDER_PLACE : FOUNDER_PLACE + 1])
    return None if guessed is None else words.founder_guessed.format(founder=guessed)


def _name(each: SchoolName, words: SchoolWords) -> str:
    form = words.name_year if each.first_year == each.last_year else words.name_years
    return form.format(name=each.name, first=each.first_year, last=each.last_year)


def _other(each: OtherSchool, words: SchoolWords) -> str:
    semesters = ", ".join("-".join(str(part) for part in when if part) for when in each.semesters)
    return words.other_school.format(name=each.name, semesters=semesters, courses=each.courses)


def _joined(*parts: str | None) -> str | None:
    return " · ".join(part for part in parts if part) or None
