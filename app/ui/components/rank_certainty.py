"""名次有多確定: whom to read again first, and list by list the range of ranks and the chance of a place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd
import streamlit as st

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.identity_list import IdentityList
from app.domain.plan import PdfPlacement
from app.domain.review_tally import OWN_METHODS
from app.psychometrics.rank_uncertainty import ListChance, PlaceChance, ResampledUnit
from app.ui.number_text import number_text
from app.ui.plain import plain
from app.ui.state import address
from app.ui.state import raters as state
from app.ui.text.certainty import WORDS, CertaintyWords
from app.ui.text.raters import RaterWords
from app.ui.visit import Visit
from app.workflows.rank_certainty import EVERYONE, AskedCertainty, CertaintyView, has_places, rank_certainty
from app.workflows.round_ratings import RoundRatings

MOST_BOUND = 20
OVERVIEW = CategoryCode("overview")
SURE = 0.95


def render_certainty(visit: Visit, rater_words: RaterWords, ratings: RoundRatings) -> None:
    """What is asked and how it was drawn, the queue across lists, one list."""
    if visit.programme is None:
        return
    words = WORDS[visit.language]
    view = rank_certainty(visit.access, visit.programme, _asked(words, ratings))
    if view is None:
        return
    st.caption(plain(" ".join(_facts(words, view, rater_words))))
    if not view.uncertainty.applications:
        st.info(words.nobody)
        return
    found = {each.application_id: each for each in view.uncertainty.applications}
    queue = [found[each] for each in view.uncertainty.queue]
    if queue:
        st.markdown(f"**{words.queue.format(count=len(queue))}**")
        _render_table(
            words, view, [_queued(words, view, *each) for each in enumerate(queue, 1)], name="queue"
        )
    else:
        st.text(words.queue_none)
    _render_list(words, view, _chosen_list(words, view))


def _asked(words: CertaintyWords, ratings: RoundRatings) -> AskedCertainty:
    code = ratings.plan.programme_code
    places_key, unit_key, bound_key = (state.key(code, name) for name in ("places", "unit", "bound"))
    places = max(1, len(ratings.applications) // 2)
    st.session_state.setdefault(unit_key, ResampledUnit.REVIEWERS)
    st.session_state.setdefault(bound_key, 0)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if not has_places(ratings.plan):
            st.session_state.setdefault(places_key, places)
            places = int(st.number_input(words.places, min_value=1, step=1, key=places_key, width=180))
        unit = st.selectbox(
            words.unit,
            list(ResampledUnit),
            format_func=lambda each: words.units[each],
            key=unit_key,
            width=240,
        )
        bound = st.number_input(
            words.bound, min_value=0, max_value=MOST_BOUND, step=1, key=bound_key, width=220
        )
    return AskedCertainty(places, unit or ResampledUnit.REVIEWERS, Decimal(int(bound)))


def _facts(words: CertaintyWords, view: CertaintyView, rater_words: RaterWords) -> list[str]:
    """How the draws were made, and what a reader of their numbers must know."""
    plan, found = view.plan, view.uncertainty
    lines = [words.rules.format(count=found.resampling.resamples)]
    if components := plan.rules.components:
        names = words.join.join(
            words.component.format(name=each.name, weight=number_text(each.weight_percent))
            for each in components
        )
        lines.append(words.fixed.format(names=names, share=number_text(plan.rules.review_weight_percent)))
    if view.is_assumed:
        lines.append(words.assumed.format(places=view.asked.places))
    if plan.rules.pdf_placement is PdfPlacement.APART:
        lines.append(words.pdf_apart)
    if (method := plan.rules.adjustment.method) not in OWN_METHODS:
        lines.append(
            words.method.format(method=rater_words.compared.methods[method], slope=f"{found.slope:.2f}")
        )
    if found.applications and not found.has_noise:
        lines.append(words.no_noise)
    if found.without_total:
        lines.append(words.without_total.format(count=len(found.without_total)))
    return lines


def _chosen_list(words: CertaintyWords, view: CertaintyView) -> IdentityList:
    lists = {each.list_id: each for each in view.plan.rules.identity_lists}
    if len(lists) == 1:
        return next(iter(lists.values()))
    chosen = st.segmented_control(
        words.lists,
        list(lists),
        format_func=lambda key: plain(_name(words, lists[key])),
        default=next(iter(lists)),
        required=True,
        key=state.key(view.plan.programme_code, "list"),
    )
    return lists[chosen or next(iter(lists))]


def _render_list(words: CertaintyWords, view: CertaintyView, one: IdentityList) -> None:
    members = {
        each.application_id: (each, stood)
        for each in view.uncertainty.applications
        if (stood := each.in_list(one.list_id)) is not None
    }
    name = _name(words, one)
    if one.quota is None:
        st.text(words.open_list.format(name=name))
    else:
        band = view.uncertainty.bands[one.list_id]
        sure = sum(stood.admitted >= SURE for _, stood in members.values())
        st.text(words.list_facts.format(name=name, quota=one.quota, sure=sure, band=len(band)))
        if band:
            st.markdown(f"**{plain(words.band.format(name=name, count=len(band)))}**")
            rows = [_listed(words, view, *members[each]) for each in band]
            _render_table(words, view, rows, name=f"band:{one.list_id}")
        else:
            st.text(words.band_none.format(name=name))
    by_rank = sorted(members.values(), key=lambda pair: pair[1].standing.rank or len(members) + 1)
    with st.expander(plain(words.whole.format(name=name, count=len(members)))):
        _render_table(
            words, view, [_listed(words, view, *each) for each in by_rank], name=f"all:{one.list_id}"
        )


def _render_table(
    words: CertaintyWords, view: CertaintyView, rows: Sequence[dict[str, object]], *, name: str
) -> None:
    chances = {
        label: st.column_config.ProgressColumn(label, format="%.1f%%", min_value=0, max_value=100)
        for label in (words.chance, words.chance_here, words.below_chance)
    }
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        key=state.key(view.plan.programme_code, f"certainty:{name}"),
        column_config={
            **chances,
            words.list: st.column_config.TextColumn(words.list, width=300),
            words.open_desk: st.column_config.LinkColumn(words.open_desk, display_text=words.open_desk),
        },
    )


def _queued(words: CertaintyWords, view: CertaintyView, place: int, each: PlaceChance) -> dict[str, object]:
    names = {one.list_id: _name(words, one) for one in view.plan.rules.identity_lists}
    told = (
        words.list_chance.format(
            name=names[stood.list_id],
            chance=f"{100 * stood.admitted:.0f}",
            outcome=words.outcomes[stood.standing.outcome],
        )
        for stood in each.lists
    )
    return {
        words.order: place,
        **_who(view, words, each.application_id),
        words.chance: _percent(each.chance or 0),
        words.list: words.join.join(told),
        words.rank_range: words.join.join(_range(words, stood) for stood in each.lists),
        **_tail(words, view, each),
    }


def _listed(
    words: CertaintyWords, view: CertaintyView, each: PlaceChance, stood: ListChance
) -> dict[str, object]:
    row: dict[str, object] = {
        words.rank: stood.standing.rank,
        **_who(view, words, each.application_id),
        words.now: words.outcomes[stood.standing.outcome],
        words.rank_range: _range(words, stood),
    }
    if stood.list_id in view.uncertainty.bands:
        row[words.chance_here] = _percent(stood.admitted)
    if len(view.plan.rules.identity_lists) > 1:
        row[words.chance] = None if each.chance is None else _percent(each.chance)
    if any(other.below_minimum for other in view.uncertainty.applications):
        row[words.below_chance] = _percent(each.below_minimum)
    return {**row, **_tail(words, view, each)}


def _who(view: CertaintyView, words: CertaintyWords, application_id: ApplicationId) -> dict[str, object]:
    summary = view.summaries[application_id]
    return {words.number: summary.application_number, words.name: summary.name}


def _tail(words: CertaintyWords, view: CertaintyView, each: PlaceChance) -> dict[str, object]:
    code = view.plan.programme_code
    return {
        words.reviews: f"{each.reviews}　{words.single_review}" if each.reviews == 1 else f"{each.reviews}",
        words.open_desk: address.link_to_entry(code, each.application_id, category_code=OVERVIEW),
    }


def _range(words: CertaintyWords, stood: ListChance) -> str:
    if stood.low is None:
        return words.below
    return f"{stood.low}–{words.below if stood.high is None else stood.high}"


def _name(words: CertaintyWords, one: IdentityList) -> str:
    return words.everyone if one.list_id == EVERYONE else one.name


def _percent(chance: float) -> float:
    # One decimal: a draw of a thousand is one in it, and 94.9 is not 95.
    return round(100 * chance, 1)
