"""方法比較: only the applicants of whom the methods do not say the same."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.domain.scoring_method import ScoringMethod
from app.ui.text.raters import RaterWords
from app.workflows.list_stability import MethodComparison, MethodPlace, MovedRow


def render_methods(words: RaterWords, view: MethodComparison) -> None:
    """How many change, who they are, and what each method could not do."""
    said = words.compared.methods_outcome if view.by_outcome else words.compared.methods_rank
    st.text(said.format(count=len(view.rows), same=view.same) if view.rows else words.compared.methods_none)
    if view.rows:
        st.dataframe(pd.DataFrame([_row(words, view, row) for row in view.rows]), hide_index=True)
    if view.t_scale:
        st.caption(
            words.compared.t_scale.format(
                factor=f"{view.t_scale.factor.normalize():f}", offset=f"{view.t_scale.offset.normalize():f}"
            )
        )
    for method, count in view.without_value.items():
        notes = "；".join(words.compared.warnings[each.kind] for each in view.warnings[method])
        if count or notes:
            missing = (
                words.compared.without_value.format(method=words.compared.methods[method], count=count)
                if count
                else ""
            )
            name = "" if count else f"{words.compared.methods[method]}："
            st.caption("　".join(each for each in (missing, f"{name}{notes}") if each))


def _row(words: RaterWords, view: MethodComparison, row: MovedRow) -> dict[str, object]:
    chosen = view.plan.rules.adjustment.method
    return {
        words.number: row.summary.application_number,
        words.name: row.summary.name,
        **{
            f"{words.compared.methods[method]}{words.compared.chosen if method is chosen else ''}": _place(
                words, view, row.places[method]
            )
            for method in (chosen, *(each for each in ScoringMethod if each is not chosen))
        },
    }


def _place(words: RaterWords, view: MethodComparison, place: MethodPlace) -> str:
    if place.total is None:
        return words.compared.no_total
    rank = words.undefined if place.rank is None else str(place.rank)
    text = words.compared.rank_total.format(rank=rank, total=place.total)
    if not view.by_outcome:
        return text
    names = {each.list_id: each.name for each in view.plan.rules.identity_lists}
    told = [
        words.compared.outcomes[outcome]
        if len(names) == 1
        else f"{names[list_id]} {words.compared.outcomes[outcome]}"
        for list_id, outcome in place.outcomes
    ]
    return f"{'、'.join(told)}　{text}"
