"""標示未扣分檢查 on step 4: numbers, their interval, and words that claim no more than they say."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import streamlit as st

from app.psychometrics.label_effect import MINIMUM, LabelEffect
from app.ui.plain import plain
from app.ui.state import ranking as state
from app.ui.text.label_check import WORDS, LabelWords
from app.ui.text.ranking import RankingWords
from app.ui.visit import Visit
from app.workflows.label_check import LabelCheck, load_label_check
from app.workflows.total_ranking import RankingView

SIGNIFICANT = Decimal("0.05")


def render_label_check(visit: Visit, words: RankingWords, view: RankingView) -> None:
    """The check under its own heading, worked out when asked for: it reads the ledger of every applicant."""
    view_words = WORDS[visit.language]
    code = view.plan.programme_code
    st.subheader(words.tab_label)
    st.text(view_words.intro)
    asked = state.key(code, "label-check")
    if not st.session_state.get(asked):
        st.button(
            plain(view_words.compute),
            key=state.key(code, "label-check-button"),
            on_click=state.ask,
            args=(asked,),
        )
        return
    with st.spinner(view_words.computing):
        check = load_label_check(visit.access, view.locked.plan)
    _render_check(view_words, view, check)


def _render_check(words: LabelWords, view: RankingView, check: LabelCheck) -> None:
    total = check.total
    st.text(words.counts.format(pdf=check.pdf, database=check.database))
    st.text(words.compared.format(labelled=total.labelled, others=total.others, blocks=total.blocks))
    if total.difference is None or total.p_value is None:
        st.info(words.too_few.format(minimum=MINIMUM))
        st.caption(words.method)
        return
    said = words.verdict_none
    if total.p_value < SIGNIFICANT:
        said = words.verdict_lower if total.difference < 0 else words.verdict_higher
    st.info(
        plain(
            said.format(
                size=abs(total.difference), difference=total.difference, low=total.low, high=total.high
            )
        )
    )
    names = {each.dimension_id: each.name for each in view.plan.dimensions}
    rows = [(words.total, total), *((names[key], each) for key, each in check.dimensions.items())]
    st.dataframe(pd.DataFrame([_row(words, name, effect) for name, effect in rows]), hide_index=True)
    st.caption(words.several)
    st.caption(words.method)


def _row(words: LabelWords, name: str, effect: LabelEffect) -> dict[str, str]:
    return {
        words.subject: name,
        words.difference: f"{effect.difference}",
        words.interval: f"{effect.low} – {effect.high}",
        words.p_value: f"{effect.p_value}",
        words.pairs: f"{effect.labelled}／{effect.others}",
    }
