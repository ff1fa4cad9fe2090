"""離線評分: a workbook goes out, comes back, is shown row by row, and is saved whole or not at all."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import streamlit as st

from app.domain.plan import PlanId
from app.errors import BadFile, FileProblem
from app.ui.components.notice_line import render_notice
from app.ui.components.refused_file import Fault, render_faults
from app.ui.components.workbook_preview import render_preview
from app.ui.state import offline as state
from app.ui.text.offline import WORDS, OfflineWords
from app.ui.visit import Visit
from app.workflows.review_entry import PlanMoved
from app.workflows.score_workbook import count_own, preview_workbook

LARGEST_MEGABYTES = 8


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    store = visit.workbench.store
    plan_id = store.find_plan_of_programme(visit.programme.programme_code)
    if plan_id is None or store.find_locked(plan_id) is None:
        st.info(visit.words.no_plan)
        return
    st.text(words.intro)
    render_notice()
    count = count_own(visit.access, plan_id)
    if not count:
        st.info(words.nothing_to_score)
        return
    out, back = st.columns([1, 2], gap="large")
    with out:
        _render_out(visit, words, plan_id, count)
    with back:
        _render_back(visit, words, plan_id)


def _render_out(visit: Visit, words: OfflineWords, plan_id: PlanId, count: int) -> None:
    st.subheader(words.out_title)
    st.text(words.out_text.format(count=count))
    # A link to the guarded door, not a download button: what Streamlit holds for one, any session may fetch.
    address = f"/export/scores/{quote(plan_id, safe='')}.xlsx?{urlencode({'language': str(visit.language)})}"
    st.link_button(
        words.hand_out, address, key=state.key(plan_id, "out"), icon=":material/download:", type="primary"
    )


def _render_back(visit: Visit, words: OfflineWords, plan_id: PlanId) -> None:
    st.subheader(words.back_title)
    upload = st.file_uploader(
        words.upload,
        type=["xlsx"],
        key=state.upload_key(plan_id),
        max_upload_size=LARGEST_MEGABYTES,
    )
    if upload is None:
        return
    content = upload.getvalue()
    try:
        preview = preview_workbook(visit.access, plan_id, content)
    except BadFile as refusal:
        st.error(words.refused)
        faults = [_fault(words, each) for each in refusal.problems]
        render_faults(visit.language, faults, key=state.key(plan_id, "faults"))
        return
    if isinstance(preview, PlanMoved):
        st.warning(words.plan_moved.format(drawn=preview.drawn_with, newest=preview.newest))
        return
    render_preview(visit, words, preview, content=content)


def _fault(words: OfflineWords, problem: FileProblem) -> Fault:
    return Fault(
        rule=words.file_rules.get(problem.rule, problem.rule),
        place=f"{words.column_line} {problem.place}" if problem.place else "",
        # What a broken workbook is broken by is a word of the library.
        value="" if problem.rule == "not_a_workbook" else problem.value,
    )
