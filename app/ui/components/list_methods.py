"""方法比較: only the applicants of whom the methods do not say the same."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.domain.scoring_method import ScoringMethod
from app.ui.plain import plain
from app.ui.text.raters import RaterWords
from app.workflows.list_stability import MethodComparison, MethodPlace, MovedRow

MOST_WITHOUT_SCROLLING = 20
TABLE_HEIGHT = 560


def render_methods(words: RaterWords, view: MethodComparison) -> None:
    """How many change, who they are, and what each method could not do."""
    said = words.compared.methods_outcome if view.by_outcome else words.compared.methods_rank
    st.text(said.format(count=len(view.rows), same=view.same) if view.rows else words.compared.methods_none)
    if view.rows:
        table = pd.DataFrame([_row(words, view, row) for row in view.rows])
        st.dataframe(
            table, hide_index=True, height="content" if len(table) <= MOST_WITHOUT_SCROLLING else TABLE_HEIGHT
        )
        st.caption(words.compared.reads_outcome if view.by_outcome else words.compared.reads_rank)
    if view.t_scale:
        st.caption(
            words.compared.t_scale.format(
                factor=f"{view.t_scale.factor.normalize():f}", offset=f"{view.t_scale.offset.normalize():f}"
            )
        )
    for line in _remarks(words, view):
        st.caption(plain(line))


def _remarks(words: RaterWords, view: MethodComparison) -> list[str]:
    """What the methods could not do; those of whom the same is to be said share a line."""
    methods: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for method, count in view.without_value.items():
        notes = tuple(words.compared.warnings[each.kind] for each in view.warnings[method])
        if count or notes:
            methods.setdefault((count, notes), []).append(words.compared.methods[method])
    lines = []
    for (count, notes), names in methods.items():
        said = [words.compared.without_value.format(count=count)] if count else []
        lines.append(words.compared.remark.format(methods="、".join(names), said="；".join([*said, *notes])))
    return lines


def _row(words: RaterWords, view: MethodComparison, row: MovedRow) -> dict[str, object]:
    chosen = view.plan.rules.adjustment.method
    names = {each.list_id: each.name for each in view.plan.rules.identity_lists}
    lists = "、".join(names[list_id] for list_id, _ in row.places[chosen].outcomes)
    return {
        words.number: row.summary.application_number,
        words.name: row.summary.name,
        **({words.compared.lists: lists} if view.by_outcome and len(names) > 1 else {}),
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
    told = "、".join(words.compared.outcomes[outcome] for _, outcome in place.outcomes)
    return f"{told}　{text}"
