"""The views of the desk: one applicant with the scoring panel, all applicants, the school."""

from __future__ import annotations

import streamlit as st

from app.ui.components.category_table import draw_category_table
from app.ui.components.core_overview import draw_print_shape
from app.ui.components.dimension_pass import can_score_category, draw_category_pass
from app.ui.components.evidence_panel import Reading, draw_evidence
from app.ui.components.evidence_stage import draw_stage
from app.ui.components.evidence_tree import category_label
from app.ui.components.news_notice import draw_news
from app.ui.components.part import gathered_parts
from app.ui.components.pass_links import draw_pass_links
from app.ui.components.school_panel import draw_school_panel
from app.ui.components.score_form import draw_score_form
from app.ui.state import desk as state
from app.ui.state import documents, passes
from app.ui.text.desk import DeskWords
from app.ui.text.desk_documents import WORDS as DOCUMENT_WORDS
from app.ui.visit import Visit
from app.workflows.desk_views import OVERVIEW, PROFILE, ApplicantLine, Desk
from app.workflows.evidence_review import load_category_table, load_label, load_own_review

ROOM = 640
"""Pixels before the browser has measured the window; from then on the columns fill it."""
SCORE_WIDTH = 326


def draw_one(visit: Visit, desk: Desk, line: ApplicantLine, *, words: DeskWords) -> None:
    """The chosen category in the middle, the scoring panel at the right."""
    place = Reading(line.application_id, state.category(), state.record_id(), documents.asked_page())
    with st.container(height=ROOM, border=False, key="desk_middle"):
        if place.category_code == OVERVIEW:
            draw_print_shape()
        with gathered_parts() as parts:
            draw_news(visit, desk, line, words=words)
            draw_evidence(visit, desk, place, words=words)
        draw_stage((place.application_id, place.category_code), parts, is_top=place.is_top)
    with st.container(width=SCORE_WIDTH, key="desk_scores"):
        own = load_own_review(visit.access, desk.plan, line.application_id)
        draw_score_form(visit, desk, own, words=words)


def draw_school(visit: Visit, desk: Desk, line: ApplicantLine, *, words: DeskWords) -> None:
    """畢業高中綜覽 of the chosen applicant."""
    with st.container(height=ROOM, border=False, key="desk_middle"):
        draw_school_panel(visit, desk, line, words=words)


def draw_table(visit: Visit, desk: Desk, *, words: DeskWords) -> None:
    """One category over all applicants, scored in its rows where it feeds a dimension, or as a table to be sorted.

    The overview is no category, so the profile stands in for it.
    """
    code = PROFILE if state.category() == OVERVIEW else state.category()
    label = load_label(visit.access, desk, category_code=code)
    if can_score_category(desk, code) and not passes.is_plain_table():
        draw_category_pass(visit, desk, code, label=label or "", words=words)
        return
    with st.container(height=ROOM, border=False, key="desk_middle"):
        rows = load_category_table(visit.access, desk, category_code=code)
        label = category_label(code, label, words)
        title = words.heading.format(name=words.view_table, category=label)
        draw_pass_links(visit, desk, code)
        draw_category_table(
            rows,
            (desk.plan, code),
            label=title,
            words=words,
            frame=visit.words,
            tags=DOCUMENT_WORDS[visit.language],
        )
