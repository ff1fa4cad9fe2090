"""寬嚴: plain figures, least squares and Rasch side by side; said not to be comparable where it is not."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.domain.people import PersonId
from app.psychometrics.rasch import Measure, RaschState
from app.ui.components.figure_text import shown, signed
from app.ui.text.raters import RaterWords
from app.workflows.rater_figures import SeverityView


def render_severity(words: RaterWords, view: SeverityView) -> None:
    """One line a reviewer; above it what keeps them from being compared, and what would help."""
    if len(view.groups) > 1:
        _render_links(words, view)
    st.dataframe(pd.DataFrame([_row(words, view, each) for each in view.summaries]), hide_index=True)
    if view.additive.residual_sd is not None:
        st.text(words.severity.residual.format(sd=shown(view.additive.residual_sd, words, 1)))
    st.text(words.severity.rasch_states[view.rasch.state])
    st.caption(words.severity.severity_note)


def _render_links(words: RaterWords, view: SeverityView) -> None:
    st.warning(words.not_linked.format(count=len(view.groups)), icon=":material/link_off:")
    for place, group in enumerate(view.groups, start=1):
        st.text(f"{words.severity.group} {place}：{'、'.join(group)}")
    if not view.proposals:
        st.text(words.severity.no_links)
        return
    st.text(words.severity.links_title)
    for _, number, reviewer in view.proposals:
        st.text(f"・{words.severity.link.format(number=number, reviewer=reviewer)}")


def _row(words: RaterWords, view: SeverityView, reviewer_id: PersonId) -> dict[str, object]:
    summary = view.summaries[reviewer_id]
    fitted = next((each for each in view.additive.severities if each.reviewer_id == reviewer_id), None)
    measure = view.rasch.reviewers.get(reviewer_id) if view.rasch.state is RaschState.CONVERGED else None
    groups = {words.severity.group: summary.group} if len(view.groups) > 1 else {}
    return {
        words.reviewer: view.names[reviewer_id],
        **groups,
        words.reviews: summary.ratings,
        words.severity.mean: shown(summary.mean, words),
        words.sd: shown(summary.sd, words),
        words.severity.difference: signed(summary.severity, words),
        words.severity.additive: signed(fitted.severity if fitted else None, words),
        words.error: shown(fitted.standard_error if fitted else None, words),
        words.severity.logits: _logits(words, measure),
        words.severity.infit: shown(
            measure.misfit.infit.mean_square if measure and measure.misfit else None, words
        ),
        words.severity.outfit: shown(
            measure.misfit.outfit.mean_square if measure and measure.misfit else None, words
        ),
    }


def _logits(words: RaterWords, measure: Measure | None) -> str:
    if measure is None:
        return words.undefined
    return f"{measure.logits:+.2f} ± {measure.standard_error:.2f}"
