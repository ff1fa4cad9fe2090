"""Course choices beside the school's offer, as paired bars with their numbers."""

from __future__ import annotations

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
        "kinds": [
            {"title": title, "rows": _rows(choices, overview, words, is_elective=is_elective)}
            for title, is_elective in ((words.elective, True), (words.required, False))
        ],
        "notes": _notes(choices, words),
    }


def _rows(
    choices: CourseChoices, overview: CoreOverview, words: OverviewWords, *, is_elective: bool
) -> list[dict[str, object]]:
    groups = [each for each in choices.groups if (each.course_category in ELECTIVE) is is_elective]
    longest = max((max(each.offered or 0, each.taken) for each in groups), default=0)
    return [_row(each, _label(each, overview, words), longest, words=words) for each in groups]


def _row(group: ChoiceGroup, label: str, longest: int, *, words: OverviewWords) -> dict[str, object]:
    credits_taken = number_text(group.taken_credits) or "0"
    if group.offered is None:
        numbers = words.choice_unknown_numbers.format(taken=group.taken, credits=credits_taken)
        texts = (numbers, "")
        spoken = f"{label} {numbers}"
    else:
        offered_credits = number_text(group.offered_credits) or "0"
        texts = (
            words.choice_numbers.format(taken=group.taken, offered=group.offered),
            words.choice_credits.format(taken=credits_taken, offered=offered_credits),
        )
        spoken = words.choice_spoken.format(
            label=label,
            taken=group.taken,
            offered=group.offered,
            credits=credits_taken,
            offered_credits=offered_credits,
        )
    elsewhere = words.choice_elsewhere.format(count=group.elsewhere) if group.elsewhere else ""
    return {
        "label": label,
        "offered": _length(group.offered, longest),
        "taken": _length(group.taken, longest),
        "numbers": texts[0],
        "credits": texts[1],
        "spoken": f"{spoken} {elsewhere}".strip(),
        "mark": "*" if group.elsewhere else "",
    }


def _length(count: int | None, longest: int) -> int | None:
    return None if count is None else round(LONGEST * count / max(longest, 1))


def _label(group: ChoiceGroup, overview: CoreOverview, words: OverviewWords) -> str:
    category = words.categories.get(group.course_category, group.course_category)
    if group.learning_area is None:
        return category
    area = overview.area_names.get(group.learning_area, group.learning_area)
    return words.area.format(category=category, area=area)


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
