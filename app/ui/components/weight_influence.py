"""Two bars a dimension: the announced share and the real one, with a warning in words where they part."""

from __future__ import annotations

import streamlit as st

from app.domain.dimensions import DimensionId
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import RankedList
from app.psychometrics.effective_weights import EffectiveWeight, EffectiveWeights
from app.ui.components.part import part
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.text.what_if import WORDS, WhatIfWords
from app.ui.visit import Visit
from app.workflows.weight_influence import influence_of


def render_weight_influence(visit: Visit, plan: ReviewPlan, ranked: RankedList, *, place: str) -> None:
    """Of the list as it is shown; ``place`` keeps two of them on one page apart."""
    words = WORDS[visit.language]
    found = influence_of(plan, ranked)
    st.subheader(words.influence_title)
    if found is None:
        st.caption(words.influence_too_few)
        return
    names = {each.dimension_id: each.name for each in plan.dimensions}
    st.caption(words.influence_intro.format(count=found.applications))
    part("weight_influence")(
        key=state.key(plan.plan_id, "influence", place),
        data={
            "words": dict(words.influence),
            "dimensions": [_bars(each, names[each.dimension_id]) for each in found.dimensions],
        },
    )
    _render_warnings(words, found, names)


def _bars(each: EffectiveWeight, name: str) -> dict[str, object]:
    effective = None if each.effective is None else _percent(each.effective)
    return {
        "name": name,
        "announced": _percent(each.announced),
        "effective": effective,
        "is_off": each.is_off,
    }


def _render_warnings(words: WhatIfWords, found: EffectiveWeights, names: dict[DimensionId, str]) -> None:
    off = [each for each in found.dimensions if each.is_off and each.effective is not None]
    if not off:
        st.caption(words.influence_right.format(threshold=f"{100 * found.threshold:.0f}"))
    for each in off:
        text = words.influence_off.format(
            name=names[each.dimension_id],
            announced=f"{_percent(each.announced):g}",
            effective=f"{_percent(each.effective or 0):g}",
            verdict=_verdict(words, each),
        )
        st.warning(plain(text), icon=":material/balance:")


def _verdict(words: WhatIfWords, each: EffectiveWeight) -> str:
    if each.spread_factor is None:
        return words.influence_no_spread
    wanted = each.sd * each.spread_factor
    return words.influence_restore.format(sd=f"{each.sd:.1f}", wanted=f"{wanted:.1f}")


def _percent(share: float) -> float:
    return round(100 * share, 1)
