"""一致性: coefficients of the total and of each dimension, pairs of reviewers, and ways of submitting."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.psychometrics.agreement import AgreementFigures
from app.psychometrics.icc import Icc, IccForm
from app.ui.components.figure_text import shown, signed, with_interval
from app.ui.plain import plain
from app.ui.text.raters import RaterWords
from app.ui.visit import Visit
from app.workflows.rater_figures import AgreementView


def render_agreement(visit: Visit, words: RaterWords, view: AgreementView) -> None:
    """The table of coefficients, then pairs, then groups."""
    total = view.report.total
    if total.connected_groups > 1:
        st.warning(words.not_linked.format(count=total.connected_groups), icon=":material/link_off:")
    subjects = {words.total: total} | {
        _name(view, each.dimension_id): each.figures for each in view.report.dimensions
    }
    st.dataframe(_figures(words, subjects), hide_index=True)
    for line in _remarks(words, total):
        st.caption(plain(line))
    if total.single:
        st.caption(words.agreement.single.format(count=total.single))
    st.markdown(f"**{words.agreement.pairs_title}**")
    st.dataframe(_pairs(words, view), hide_index=True)
    st.markdown(f"**{words.agreement.groups_title}**")
    modes = {
        "database": visit.words.mode_database,
        "partial_pdf": visit.words.mode_partial_pdf,
        "pdf": visit.words.mode_pdf,
        "missing": visit.words.mode_missing,
    }
    groups = {modes.get(each.group, each.group): each.total for each in view.report.groups}
    st.dataframe(_figures(words, groups), hide_index=True)
    with st.expander(words.agreement.forms_title):
        st.dataframe(_forms(words, subjects), hide_index=True)
        for line in words.agreement.method:
            st.text(f"・{line}")


def _name(view: AgreementView, dimension_id: str) -> str:
    return next(each.name for each in view.plan.dimensions if each.dimension_id == dimension_id)


def _remarks(words: RaterWords, figures: AgreementFigures) -> list[str]:
    """Which forms of the ICC stand in the table and why, and why there may be no W."""
    lines = []
    found = figures.icc(IccForm.ONE_WAY_MEAN)
    if found is not None:
        said = words.agreement.form_complete if figures.is_complete else words.agreement.form_partial
        lines.append(said.format(readers=shown(found.readers, words, 1)))
    if figures.concordance is None:
        lines.append(words.agreement.no_concordance)
    return lines


def _forms(words: RaterWords, subjects: dict[str, AgreementFigures]) -> pd.DataFrame:
    """All six forms of each subject, a dash where one is undefined."""
    rows = [
        {
            words.subject: name,
            **{words.agreement.forms[form]: _form(words, figures.icc(form)) for form in IccForm},
        }
        for name, figures in subjects.items()
    ]
    return pd.DataFrame(rows)


def _form(words: RaterWords, found: Icc | None) -> str:
    return words.undefined if found is None else with_interval(found.estimate, found.low, found.high, words)


def _figures(words: RaterWords, subjects: dict[str, AgreementFigures]) -> pd.DataFrame:
    rows = [
        {
            words.subject: name,
            words.applications: figures.applications,
            words.agreement.icc_single: _icc(words, figures, mean=False),
            words.agreement.icc_mean: _icc(words, figures, mean=True),
            words.agreement.alpha: _alpha(words, figures),
            words.agreement.concordance: shown(figures.concordance.w if figures.concordance else None, words),
        }
        for name, figures in subjects.items()
    ]
    return pd.DataFrame(rows)


def _icc(words: RaterWords, figures: AgreementFigures, *, mean: bool) -> str:
    """Absolute agreement where every reviewer read everyone, one-way otherwise: both hold strictness against agreement."""
    complete = IccForm.ABSOLUTE_MEAN if mean else IccForm.ABSOLUTE_SINGLE
    partial = IccForm.ONE_WAY_MEAN if mean else IccForm.ONE_WAY_SINGLE
    found = figures.icc(complete if figures.is_complete else partial)
    if found is None:
        return words.undefined
    text = with_interval(found.estimate, found.low, found.high, words)
    return f"{text}　{words.agreement.bands[found.bands[1]]}" if found.bands[1] else text


def _alpha(words: RaterWords, figures: AgreementFigures) -> str:
    alpha = figures.alpha
    band = alpha.bands[1]
    text = with_interval(alpha.estimate, alpha.low, alpha.high, words)
    return f"{text}　{words.agreement.bands[band]}" if band else text


def _pairs(words: RaterWords, view: AgreementView) -> pd.DataFrame:
    kappas = {
        (each.first, each.second, dimension.dimension_id): each.kappa.estimate
        for dimension in view.report.dimensions
        for each in dimension.kappas
    }
    rows = [
        {
            words.agreement.first: view.names[pair.first],
            words.agreement.second: view.names[pair.second],
            words.agreement.shared: pair.shared,
            words.agreement.mean_difference: signed(pair.mean_difference, words),
            words.agreement.mean_absolute: shown(pair.mean_absolute_difference, words),
            words.agreement.correlation: shown(pair.correlation, words),
            **{
                f"{words.agreement.kappa}：{each.name}": shown(
                    kappas.get((pair.first, pair.second, each.dimension_id)), words
                )
                for each in view.plan.dimensions
            },
        }
        for pair in view.report.pairs
    ]
    return pd.DataFrame(rows)
