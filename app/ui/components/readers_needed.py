"""需要幾位委員: what one, two … eight readers are worth, and how many a wanted dependability takes."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.ui.components.figure_text import percent, shown
from app.ui.text.raters import RaterWords
from app.workflows.rater_figures import ReadersView


def render_readers(words: RaterWords, view: ReadersView) -> None:
    """Sentences first, then the tables they come from."""
    if view.study is None:
        st.info(words.needed.readers_none)
        return
    for target, count in view.needed:
        said = words.needed.needed_none if count is None else words.needed.needed
        st.text(said.format(target=f"{target:g}", count=count))
    decisions, sources = st.columns(2, gap="large")
    with decisions:
        st.dataframe(
            pd.DataFrame(
                [
                    {
                        words.needed.readers: each.readers,
                        words.needed.generalisability: shown(each.generalisability, words),
                        words.needed.dependability: shown(each.dependability, words),
                        words.needed.standard_error: shown(each.absolute_error, words),
                    }
                    for each in view.decisions
                ]
            ),
            hide_index=True,
        )
    with sources:
        whole = sum(each.estimate for each in view.study.components)
        st.dataframe(
            pd.DataFrame(
                [
                    {
                        words.needed.component: words.needed.components[each.effect],
                        words.sd: shown(each.estimate**0.5, words),
                        words.needed.share: percent(each.estimate / whole if whole else None, words),
                    }
                    for each in view.study.components
                ]
            ),
            hide_index=True,
        )
