"""畢業高中綜覽: the school of the applicant, its distributions, its offer, and who else comes from there."""

from __future__ import annotations

from app.domain.evidence import CategoryCode
from app.ui.components.fact_table import section_data
from app.ui.components.part import desk_part
from app.ui.components.school_facts import school_facts
from app.ui.components.school_offer import draw_school_offer
from app.ui.components.school_standings import draw_school_standings
from app.ui.components.schoolmates import draw_schoolmates
from app.ui.components.standing_charts import no_standings_text
from app.ui.components.syllabus_card import draw_offered_syllabus
from app.ui.state import courses as course_state
from app.ui.state import desk as state
from app.ui.text.course_codes import WORDS as CODE_WORDS
from app.ui.text.desk import DeskWords
from app.ui.text.desk_school import WORDS
from app.ui.visit import Visit
from app.workflows.desk_views import ApplicantLine, Desk
from app.workflows.school_view import find_offered_syllabus, load_school_view

SCHOOL = CategoryCode("school")


def draw_school_panel(visit: Visit, desk: Desk, line: ApplicantLine, *, words: DeskWords) -> None:
    """Facts, distributions by semester, offer with syllabi, other applicants from there."""
    school_words, codes = WORDS[visit.language], CODE_WORDS[visit.language]
    application_id = line.application_id
    view = load_school_view(visit.access, desk, application_id)
    _draw_heading(line, words)
    facts = school_facts(view, words=words, school_words=school_words, codes=codes)
    desk_part("fact_table")(
        key=state.content_key("facts", application_id, SCHOOL),
        data={"sections": [section_data("", facts, words)]},
    )
    draw_school_standings(
        application_id,
        view.standings,
        nothing=no_standings_text(view.course_record_mode, school_words),
        words=words,
        school_words=school_words,
        language=visit.language,
    )
    draw_school_offer(desk.plan, application_id, view, words=school_words, codes=codes)
    _draw_syllabus(visit, desk, line, words=words)
    draw_schoolmates(application_id, view, words=words, school_words=school_words, frame=visit.words)


def _draw_heading(line: ApplicantLine, words: DeskWords) -> None:
    title = words.heading.format(name=line.summary.name, category=words.view_school)
    desk_part("evidence_heading")(
        key=state.content_key("heading", line.application_id, SCHOOL),
        data={"title": title, "badges": [], "facts": "", "note": ""},
    )


def _draw_syllabus(visit: Visit, desk: Desk, line: ApplicantLine, *, words: DeskWords) -> None:
    syllabus_id = course_state.offered_syllabus(desk.plan, line.application_id)
    if syllabus_id is None:
        return
    syllabus = find_offered_syllabus(visit.access, desk, line.application_id, syllabus_id=syllabus_id)
    if syllabus is not None:
        draw_offered_syllabus(
            syllabus,
            lambda _: course_state.open_offered(desk.plan, line.application_id, ""),
            words=words,
        )
