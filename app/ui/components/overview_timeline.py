"""Activities over the semesters, as the browser part wants them."""

from __future__ import annotations

from app.domain.activity_timeline import Mark, Timeline, TimelineRow
from app.domain.evidence import ActivityRecord, CategoryCode
from app.ui.components.overview_entries import activity_data
from app.ui.text.desk import DeskWords
from app.ui.text.desk_overview import OverviewWords
from app.workflows.overview_views import CoreOverview

SYMBOLS = {
    "activity.competition": "★",
    "activity.licence": "◆",
    "activity.school_cadre": "▲",
    "activity.cadre": "△",
    "activity.service_learning": "●",
    "activity.flexible_learning": "■",
    "activity.group_activity": "○",
    "activity.work": "◇",
    "activity.workplace_learning": "▼",
    "activity.advanced_placement": "□",
    "activity.other_activity": "☆",
}
"""One shape a category: colour alone tells nobody anything."""
UNKNOWN_SYMBOL = "◎"


def timeline_data(overview: CoreOverview, words: OverviewWords, desk: DeskWords) -> dict[str, object]:
    """Semesters, a row a category, and what has no date; every mark tells its own facts."""
    timeline = overview.timeline
    count = sum(row.count for row in timeline.rows) + len(timeline.undated)
    return {
        "title": words.timeline,
        "about": words.timeline_about.format(count=count) if count else "",
        "nothing": words.timeline_none,
        "semesters": [f"{each.academic_year}-{each.semester}" for each in timeline.semesters],
        "rows": [_row(row, overview, (words, desk), timeline=timeline) for row in timeline.rows],
        "undated": [
            {
                **_told(record, (words, desk), when=words.no_date),
                "code": record.category_code,
                "symbol": symbol_of(record.category_code),
                "category": _label(record.category_code, overview),
            }
            for record in timeline.undated
        ],
        "words": {
            "keys": words.timeline_keys,
            "hint": words.timeline_hint,
            "table": words.timeline_table,
            "undated": words.undated,
            "columns": [words.col_category, words.col_title, words.col_when, words.col_facts],
        },
    }


def symbol_of(code: CategoryCode) -> str:
    """The shape of a category."""
    return SYMBOLS.get(code, UNKNOWN_SYMBOL)


def _row(
    row: TimelineRow, overview: CoreOverview, both: tuple[OverviewWords, DeskWords], *, timeline: Timeline
) -> dict[str, object]:
    length = len(timeline.semesters)
    return {
        "code": row.category_code,
        "label": _label(row.category_code, overview),
        "symbol": symbol_of(row.category_code),
        "lanes": [[_mark(mark, both, length=length) for mark in lane] for lane in row.lanes],
    }


def _mark(mark: Mark, both: tuple[OverviewWords, DeskWords], *, length: int) -> dict[str, object]:
    return {
        "left": round(100 * mark.start / length, 2),
        "width": round(100 * (mark.end - mark.start) / length, 2),
        "span": mark.is_span,
        "soft": mark.is_semester_only,
        **_told(mark.record, both, note=_note(mark, both[0])),
    }


def _note(mark: Mark, words: OverviewWords) -> str:
    notes = (
        (mark.is_semester_only, words.semester_only),
        (mark.is_before, words.before_school),
        (mark.is_after, words.after_school),
    )
    return "，".join(text for is_true, text in notes if is_true)


def _told(
    record: ActivityRecord, both: tuple[OverviewWords, DeskWords], *, when: str = "", note: str = ""
) -> dict[str, str]:
    data = activity_data(record, *both)
    day = data["rest"] or when
    return {
        "title": data["text"],
        "when": f"{day} ({note})" if note else day,
        "facts": " · ".join(part for part in (data["fact"], record.organiser) if part),
    }


def _label(code: CategoryCode, overview: CoreOverview) -> str:
    return overview.labels.get(code, code)
