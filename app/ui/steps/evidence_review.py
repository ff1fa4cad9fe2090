"""Step 3, 資料綜整評量: applicants and tree at the left, the chosen evidence in the middle, scores at the right."""

from __future__ import annotations

import streamlit as st

from app.domain.people import Role
from app.ui.components.desk_keys import draw_desk_keys
from app.ui.components.desk_line import draw_desk_line, stop_without_applicants
from app.ui.components.desk_side import draw_side
from app.ui.components.desk_views import draw_compare, draw_one, draw_school, draw_table
from app.ui.components.part import shape
from app.ui.components.score_undo import undo_offer
from app.ui.state import address
from app.ui.state import desk as state
from app.ui.text.desk import WORDS, DeskWords
from app.ui.visit import Visit
from app.workflows.desk_views import ApplicantLine, Desk
from app.workflows.evidence_review import open_desk
from app.workflows.reading_ahead import read_ahead
from app.workflows.reading_place import find_place, place_of, remember_place

SIDE_WIDTH = 272


def render(visit: Visit) -> None:
    """The desk of the person at the programme, or why there is none."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    desk = open_desk(visit.access, visit.programme.programme_code, order=state.order())
    if desk is None:
        st.info(words.no_plan_chair if visit.person.role is Role.CHAIR else visit.words.no_plan)
        return
    if stop_without_applicants(desk, words):
        return
    asked = address.chosen_application()
    if asked is None and (place := find_place(visit.access, desk)) is not None:
        state.resume(place)
        st.rerun()
    line = desk.find_line(asked) if asked else desk.lines[0]
    shape("desk_shape")(key="desk:shape")
    draw_desk_line(desk, line, words=words, undo=undo_offer(visit, desk))
    draw_desk_keys(visit, line, words=words)
    with st.container(horizontal=True, wrap=False, key="desk_columns"):
        with st.container(width=SIDE_WIDTH, key="desk_side"):
            draw_side(visit, desk, line, words=words)
        _draw_view(visit, desk, line, words)
    if line is not None:
        read_ahead(visit.access, desk, line.application_id)
        _remember(visit, desk, line)


def _remember(visit: Visit, desk: Desk, line: ApplicantLine) -> None:
    place = place_of(
        visit.access, desk, line.application_id, category_code=state.category(), order=state.order()
    )
    if state.is_new_place(place):
        remember_place(visit.access, desk, place)


def _draw_view(visit: Visit, desk: Desk, line: ApplicantLine | None, words: DeskWords) -> None:
    view = state.view()
    if view == "table":
        draw_table(visit, desk, words=words)
    elif view == "compare":
        draw_compare(visit, desk, words=words)
    elif line is None:
        st.warning(words.not_visible, icon=":material/visibility_off:")
    elif view == "school":
        draw_school(visit, desk, line, words=words)
    else:
        draw_one(visit, desk, line, words=words)
