"""Course choices beside the school's offer, as paired bars with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.domain.course_choice import ELECTIVE, ChoiceGroup, CourseChoices
from app.ui.number_text import number_text
from app.ui.text.desk_overview import OverviewWords
from app.workflows.overview_views import CoreOverview

LONGEST = 100


def choices_data(overview: CoreOverview, words: OverviewWords) -> dict[str, object]:
    """Rows with lengths in percent of the longest of their kind; electives before what everyone takes."""
    choices = overview.choices
    return {
        "title": words.choices,
        "about": words.choices_about.format(semesters=len(choices.semesters)) if choices.groups else "",
        "legend": [words.legend_offered, words.legend_taken] if choices.is_plan_known else [],
        "columns": [words.col_courses, words.col_credits],
        "kinds": _kinds(overview, words),
        "matrix": _matrix(overview, words) if choices.areas else None,
        "notes": _notes(choices, words),
    }


def _kinds(overview: CoreOverview, words: OverviewWords) -> list[dict[str, object]]:
    """One list an elective category, its learning areas below it; what everybody takes comes last."""
    groups = overview.choices.groups
    electives = dict.fromkeys(each.course_category for each in groups if each.course_category in ELECTIVE)
    lists = [
        (words.categories[code], [each for each in groups if each.course_category == code], True)
        for code in electives
    ]
    others = [each for each in groups if each.course_category not in ELECTIVE]
    longest = max((max(each.offered or 0, each.taken) for _, own, _ in lists for each in own), default=0)
    rows = [*lists, (words.required, others, False)]
    return [
        {"title": title, "elective": is_elective, "rows": _rows(own, longest, overview, words=words)}
        for title, own, is_elective in rows
        if own
    ]


def _matrix(overview: CoreOverview, words: OverviewWords) -> dict[str, object]:
    """Semesters across, learning areas below each other; each cell has required and elective credits."""
    choices = overview.choices
    return {
        "title": words.by_semester,
        "about": words.by_semester_about,
        "columns": [
            words.col_area,
            *(f"{each.academic_year}-{each.semester}" for each in choices.semesters),
            words.col_total,
        ],
        "rows": [
            {
                "label": overview.area_names.get(each.learning_area, each.learning_area),
                "cells": [
                    *map(_cell, each.required, each.elective),
                    _cell(sum(each.required, Decimal(0)), sum(each.elective, Decimal(0))),
                ],
            }
            for each in choices.areas
        ],
    }


def _cell(required: Decimal, elective: Decimal) -> list[str]:
    return [number_text(required) if required else "", f"+{number_text(elective)}" if elective else ""]


def _rows(
    groups: Sequence[ChoiceGroup], longest: int, overview: CoreOverview, *, words: OverviewWords
) -> list[dict[str, object]]:
    """Bars of electives share one scale; those of what everybody takes have their own."""
    own = max(max(each.offered or 0, each.taken) for each in groups)
    return [
        _row(
            each,
            _label(each, overview, words),
            own if groups[0].learning_area is None else longest,
            words=words,
        )
        for each in groups
    ]


def _row(group: ChoiceGroup, label: str, longest: int, *, words: OverviewWords) -> dict[str, object]:
    taken, credits = str(group.taken), number_text(group.taken_credits)
    offered = words.choice_not_known if group.offered is None else str(group.offered)
    offered_credits = (
        words.choice_not_known if group.offered_credits is None else number_text(group.offered_credits)
    )
    spoken = words.choice_spoken.format(
        label=label, taken=taken, offered=offered, credits=credits, offered_credits=offered_credits
    )
    elsewhere = words.choice_elsewhere.format(count=group.elsewhere) if group.elsewhere else ""
    return {
        "label": label,
        "offered": _length(group.offered, longest),
        "taken": _length(group.taken, longest),
        "numbers": words.choice_numbers.format(taken=taken, offered=_or_dash(group.offered, offered)),
        "credits": words.choice_numbers.format(
            taken=credits, offered=_or_dash(group.offered_credits, offered_credits)
        ),
        "spoken": f"{spoken} {elsewhere}".strip(),
        "mark": "*" if group.elsewhere else "",
    }


def _or_dash(value: object, text: str) -> str:
    """A question mark where nobody knows: not a nought, and not a blank."""
    return "?" if value is None else text


def _length(count: int | None, longest: int) -> int | None:
    return None if count is None else round(LONGEST * count / max(longest, 1))


def _label(group: ChoiceGroup, overview: CoreOverview, words: OverviewWords) -> str:
    if group.learning_area is None:
        return words.categories.get(group.course_category, group.course_category)
    return overview.area_names.get(group.learning_area, group.learning_area)


def _notes(choices: CourseChoices, words: OverviewWords) -> list[str]:
    if not choices.groups and not choices.unread:
        return [words.choices_pdf]
    notes = []
    if not choices.is_plan_known:
        notes.append(words.choices_unknown)
    if choices.not_offered:
        names = "、".join(words.categories[each] for each in choices.not_offered)
        notes.append(words.choices_not_offered.format(categories=names))
    if choices.unread:
        notes.append(words.choices_unread.format(count=choices.unread))
    elsewhere = sum(each.elsewhere for each in choices.groups)
    if elsewhere:
        notes.append("* " + words.choice_elsewhere.format(count=elsewhere))
    return notes
