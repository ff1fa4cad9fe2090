"""Other applicants from the same school, as far as the person may see them."""

from __future__ import annotations

from app.domain.evidence import ApplicationId
from app.ui.components.applicant_list import mode_badges, state_text
from app.ui.components.fact_table import top_percent
from app.ui.components.part import desk_part, on_trigger
from app.ui.number_text import number_text
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_school import SchoolWords
from app.ui.text.frame import FrameWords
from app.workflows.desk_views import ApplicantLine
from app.workflows.school_view import SchoolView

ABSENT = "–"


def draw_schoolmates(
    application_id: ApplicationId,
    view: SchoolView,
    *,
    words: DeskWords,
    school_words: SchoolWords,
    frame: FrameWords,
) -> None:
    """A table one can go on from; its count is that of its rows and of nothing else."""
    key = f"desk:schoolmates:{application_id}"
    mates = view.schoolmates
    desk_part("schoolmates")(
        key=key,
        data={
            "title": school_words.schoolmates.format(count=len(mates)),
            "hint": school_words.schoolmates_hint,
            "nothing": "" if mates else school_words.no_schoolmates,
            "columns": [
                words.name,
                words.number.format(number="").strip(),
                words.identity,
                words.profile_items,
                school_words.mate_grade,
                school_words.mate_standing,
                school_words.mate_state,
            ],
            "rows": [_row(each, words, frame) for each in mates],
            "open": school_words.mate_open,
        },
        on_chosen_change=on_trigger(key, "chosen", _go),
    )


def _go(application_id: str) -> None:
    """Rights are checked where the applicant is opened."""
    state.choose_applicant(ApplicationId(application_id))
    state.choose_view("one")


def _row(line: ApplicantLine, words: DeskWords, frame: FrameWords) -> list[str]:
    """The key, then one text a column."""
    summary = line.summary
    return [
        line.application_id,
        summary.name,
        summary.application_number,
        summary.applicant_status or ABSENT,
        "".join(mode_badges(line, frame)) or frame.mode_database,
        number_text(summary.semester_grade_mean) or ABSENT,
        top_percent(summary.mean_standing, words) or ABSENT,
        state_text(line, words) or ABSENT,
    ]
