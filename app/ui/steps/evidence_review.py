"""Step 3, 資料綜整評量: applicants and tree at the left, the chosen evidence in the middle, scores at the right."""

from __future__ import annotations

import streamlit as st

from app.domain.people import Role
from app.ui.components.compare_columns import draw_compare
from app.ui.components.desk_keys import draw_desk_keys
from app.ui.components.desk_line import draw_desk_line, stop_without_applicants
from app.ui.components.desk_side import draw_side
from app.ui.components.desk_views import draw_one, draw_school, draw_table
from app.ui.components.dimension_pass import draw_dimension_pass
from app.ui.components.news_notice import note_look
from app.ui.components.part import shape
from app.ui.components.queue_view import arranged
from app.ui.components.reading_ahead import draw_ahead
from app.ui.components.score_grid import draw_score_grid
from app.ui.components.score_undo import undo_offer
from app.ui.state import address, documents, queue
from app.ui.state import desk as state
from app.ui.text.desk import WORDS, DeskWords
from app.ui.visit import Visit
from app.workflows.desk_views import ApplicantLine, Desk
from app.workflows.document_place import find_last_file
from app.workflows.evidence_review import open_desk
from app.workflows.reading_ahead import read_ahead
from app.workflows.reading_place import Shown, find_place, place_of, remember_place

SIDE_WIDTH = 272


def render(visit: Visit) -> None:
    """The desk of the person at the programme, or why there is none."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    order = queue.order()
    desk = open_desk(
        visit.access, visit.programme.programme_code, order=order.order, is_reversed=order.is_reversed
    )
    if desk is None:
        st.info(words.no_plan_chair if visit.person.role is Role.CHAIR else visit.words.no_plan)
        return
    if stop_without_applicants(desk, words):
        return
    asked = address.chosen_application()
    if asked is None and (place := find_place(visit.access, desk)) is not None:
        documents.resume_file(find_last_file(visit.access, desk, place))
        state.resume(place)
        st.rerun()
    desk = arranged(visit, desk)
    line = desk.find_line(asked) if asked else (*desk.walked, *desk.lines)[0]
    if asked is None and line is not None:
        # From now on the address says where one is: the next run must not take up an earlier place.
        address.choose_application(line.application_id)
    shape("desk_shape")(key="desk:shape")
    draw_desk_line(desk, line, words=words, language=visit.language, undo=undo_offer(visit, desk))
    draw_desk_keys(visit, desk, line, words=words)
    with st.container(horizontal=True, wrap=False, key="desk_columns"):
        with st.container(width=SIDE_WIDTH, key="desk_side"):
            draw_side(visit, desk, line, words=words)
        _draw_view(visit, desk, line, words)
    if line is not None:
        _remember(visit, desk, line)
        if state.view() == "one":
            draw_ahead(visit, desk, line, words=words)
        else:
            read_ahead(visit.access, desk, line.application_id)


def _remember(visit: Visit, desk: Desk, line: ApplicantLine) -> None:
    shown = Shown(
        state.category(), queue.order().text, state.view(), queue.remembered_filter(desk.plan.plan_id)
    )
    place = place_of(visit.access, desk, line.application_id, shown=shown)
    if state.is_new_place(place):
        remember_place(visit.access, desk, place)
    if state.view() == "one":
        note_look(visit, desk, line.application_id)


def _draw_view(visit: Visit, desk: Desk, line: ApplicantLine | None, words: DeskWords) -> None:
    view = state.view()
    if view == "table":
        draw_table(visit, desk, words=words)
    elif view == "dimension":
        draw_dimension_pass(visit, desk, words=words)
    elif view == "grid":
        draw_score_grid(visit, desk, words=words)
    elif view == "compare":
        draw_compare(visit, desk, words=words)
    elif line is None:
        st.warning(words.not_visible, icon=":material/visibility_off:")
    elif view == "school":
        draw_school(visit, desk, line, words=words)
    else:
        draw_one(visit, desk, line, words=words)
