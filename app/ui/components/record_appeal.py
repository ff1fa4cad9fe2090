"""複查 on the screen: one number, the result, the arithmetic, and what happened."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import streamlit as st

from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.exchange.appeal_print import PrintedAppeal
from app.ui.components.text_table import render_text_table
from app.ui.plain import plain
from app.ui.state import records as state
from app.ui.text.records import RecordsWords
from app.ui.visit import Visit
from app.workflows.appeal_sheet import find_application, open_appeal_sheet
from app.workflows.appeal_text import full_names, printed_appeal

FORMS = ("pdf", "json")


def render_appeal(visit: Visit, words: RecordsWords, plan: ReviewPlan) -> None:
    """Ask for the number; office and chair read names and reasons here, the files have neither."""
    st.text(words.appeal_intro)
    number = st.text_input(
        words.appeal_number, key=state.key(plan.programme_code, "appeal"), width=260, autocomplete="off"
    )
    if not number.strip():
        return
    application_id = find_application(visit.access, plan.plan_id, number)
    if application_id is None:
        st.warning(words.appeal_none)
        return
    sheet = open_appeal_sheet(visit.access, plan.plan_id, application_id)
    names = full_names(visit.workbench)
    printed = printed_appeal(sheet, names=names, language=str(visit.language), shows_reasons=True)
    _render_downloads(visit, words, plan, application_id)
    _render_sheet(plan, printed)


def _render_downloads(
    visit: Visit, words: RecordsWords, plan: ReviewPlan, application_id: ApplicationId
) -> None:
    query = urlencode({"language": str(visit.language)})
    path = f"/export/appeal/{quote(plan.plan_id, safe='')}/{quote(application_id, safe='')}"
    with st.container(horizontal=True, vertical_alignment="center"):
        for form in FORMS:
            st.link_button(
                words.appeal_download.format(form=form.upper()),
                f"{path}.{form}?{query}",
                key=state.key(plan.programme_code, "appeal", form),
                icon=":material/download:",
            )
        st.caption(words.appeal_paper)


def _render_sheet(plan: ReviewPlan, sheet: PrintedAppeal) -> None:
    # Names of plans, dimensions and people are texts of others: shown as text, never as markup.
    st.text(sheet.subtitle)
    left, right = st.columns([1, 2], gap="large")
    with left:
        st.markdown(f"**{plain(sheet.result_title)}**")
        st.text("\n".join(f"{label}　{value}" for label, value in sheet.result))
    with right:
        st.markdown(f"**{plain(sheet.arithmetic_title)}**")
        st.text("\n".join(sheet.arithmetic))
    st.markdown(f"**{plain(sheet.record_title)}**")
    render_text_table(
        sheet.record_heads,
        sheet.record,
        key=state.key(plan.programme_code, "appeal", "record"),
        label=sheet.record_title,
    )
    for note in sheet.notes:
        st.text(note)
    with st.expander(plain(sheet.origin_title)):
        st.text("\n".join(f"{label}　{value}" for label, value in sheet.origin))
