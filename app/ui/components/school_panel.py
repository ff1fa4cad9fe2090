"""畢業高中綜覽: the school of the applicant, what it offers, and its latest distributions."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.charts.distributions import draw_grade_distribution
from app.charts.theme import CHART_CONFIG
from app.domain.cohort import OfferedGroup, SchoolOverview
from app.domain.evidence import ApplicationSummary, CategoryCode, SemesterStanding
from app.ui.components.entry_cards import semester_text
from app.ui.components.fact_table import section_data, top_percent
from app.ui.components.part import desk_part
from app.ui.plain import plain
from app.ui.state import desk as state
from app.ui.text.chart import WORDS as CHART_WORDS
from app.ui.text.desk import DeskWords
from app.ui.text.language import Language

SCHOOL = CategoryCode("school")


def draw_school_panel(
    summary: ApplicationSummary, school: SchoolOverview, *, words: DeskWords, language: Language
) -> None:
    """Facts, distributions against school, group and department, and the courses offered."""
    facts: list[tuple[str, str | None]] = [
        (words.school, school.school_name),
        (words.school_code, school.school_code),
        (words.county, school.county),
        (words.school_applications, str(school.applications)),
    ]
    desk_part("evidence_heading")(
        key=state.content_key("heading", summary.application_id, SCHOOL),
        data={
            "title": words.heading.format(name=summary.name, category=words.view_school),
            "badges": [],
            "facts": "",
            "note": "",
        },
    )
    desk_part("fact_table")(
        key=state.content_key("facts", summary.application_id, SCHOOL),
        data={"sections": [section_data("", facts, words)]},
    )
    _draw_standings(summary, school.latest_standings, words=words, language=language)
    _draw_offer(summary, school.offered_groups, words=words)


def _draw_standings(
    summary: ApplicationSummary,
    standings: Sequence[SemesterStanding],
    *,
    words: DeskWords,
    language: Language,
) -> None:
    shown = [each for each in standings if each.distribution is not None]
    if not shown:
        st.text(words.school_no_standings)
        return
    first = shown[0]
    semester = semester_text(first.academic_year, first.semester, words)
    st.caption(plain(f"{words.school_standings} · {semester}"))
    for column, each in zip(st.columns(len(shown)), shown, strict=True):
        with column:
            _draw_standing(summary, each, words=words, language=language)


def _draw_standing(
    summary: ApplicationSummary, each: SemesterStanding, *, words: DeskWords, language: Language
) -> None:
    if each.distribution is None:
        return
    level = CHART_WORDS[language].level_names[each.standing_level]
    percent = top_percent(each.standing.percent, words) if each.standing else None
    st.caption(plain(" · ".join(part for part in (level, each.unit_name, percent) if part)))
    figure = draw_grade_distribution(each.distribution, each.semester_grade, words=CHART_WORDS[language])
    key = f"desk:school:{summary.application_id}:{each.standing_level}"
    st.plotly_chart(figure, config=dict(CHART_CONFIG), key=key)


def _draw_offer(summary: ApplicationSummary, groups: Sequence[OfferedGroup], *, words: DeskWords) -> None:
    if not groups:
        st.text(words.school_no_offer)
        return
    areas = dict(sorted((each.learning_area, each.learning_area_name) for each in groups))
    categories = dict(sorted((each.course_category, each.course_category_name) for each in groups))
    counts = {(each.course_category, each.learning_area): each.courses for each in groups}
    desk_part("offer_table")(
        key=state.content_key("offer", summary.application_id, SCHOOL),
        data={
            "title": words.school_offer,
            "areas": list(areas.values()),
            "rows": [
                {"label": label, "counts": [counts.get((category, area), 0) for area in areas]}
                for category, label in categories.items()
            ],
        },
    )
