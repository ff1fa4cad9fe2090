"""Coverage of evidence by origin, and what a requirement would mean for applicants and schools."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app.domain.category_cover import CoverCell, CoverSplit, CoverTable, OfferGroup, RequirementCover
from app.domain.evidence import CategoryCode
from app.domain.plan import ReviewPlan
from app.ui.state import plan as state
from app.ui.text.coverage import WORDS, CoverageWords
from app.ui.text.research import WORDS as RESEARCH_WORDS
from app.ui.visit import Visit
from app.workflows.core_data_coverage import load_cover, load_requirement


def render_core_data_coverage(visit: Visit, plan: ReviewPlan, labels: Mapping[str, str]) -> None:
    """The table of shares, then the requirement to be tried."""
    words = WORDS[visit.language]
    st.caption(words.intro)
    names: dict[CoverSplit, str] = {"school_type": words.by_type, "county": words.by_county}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        split = st.segmented_control(
            words.split,
            list(names),
            format_func=lambda name: names[name],
            default="school_type",
            required=True,
            key=state.key(plan.plan_id, "cover-split"),
            label_visibility="collapsed",
        )
        only = st.toggle(words.only_chosen, value=True, key=state.key(plan.plan_id, "cover-chosen"))
    table = load_cover(visit.access, plan, split)
    if not table.groups:
        st.info(words.too_few.format(minimum=table.minimum))
        return
    _render_table(visit, plan, table, labels=labels, only=only)
    st.caption(words.hidden_note.format(minimum=table.minimum))
    _render_requirement(visit, plan, labels, minimum=table.minimum)


def _render_table(
    visit: Visit, plan: ReviewPlan, table: CoverTable, *, labels: Mapping[str, str], only: bool
) -> None:
    words = WORDS[visit.language]
    chosen = plan.core_data.categories()
    groups = zip(table.groups, table.sizes[:-1], strict=True)
    heads = [_group_name(visit, group, size) for group, size in groups]
    heads.append(words.group_of.format(label=words.everyone, count=table.sizes[-1]))
    rows = [
        {words.category: label} | dict(zip(heads, _texts(words, table, CategoryCode(code)), strict=True))
        for code, label in labels.items()
        if not only or code in chosen
    ]
    st.dataframe(rows, hide_index=True, key=state.key(plan.plan_id, "cover-table"))


def _texts(words: CoverageWords, table: CoverTable, code: CategoryCode) -> Sequence[str]:
    # Nobody has what stands in no row: a zero, which is never hidden.
    cells = table.rows.get(code) or tuple(CoverCell(size, 0, size) for size in table.sizes)
    return [
        words.hidden if cell.percent is None else words.percent.format(percent=cell.percent) for cell in cells
    ]


def _group_name(visit: Visit, group: tuple[str, ...], size: int) -> str:
    words = WORDS[visit.language]
    if len(group) > 1:
        return words.together.format(count=len(group), people=size)
    return words.group_of.format(label=_origin(visit, group[0]) or words.county_unknown, count=size)


def _origin(visit: Visit, label: str) -> str:
    return RESEARCH_WORDS[visit.language].school_types.get(label, label)


def _render_requirement(visit: Visit, plan: ReviewPlan, labels: Mapping[str, str], *, minimum: int) -> None:
    words = WORDS[visit.language]
    st.subheader(words.requirement)
    codes = st.multiselect(
        words.requirement_categories,
        list(labels),
        format_func=lambda code: labels.get(code, code),
        key=state.key(plan.plan_id, "requirement"),
        help=words.requirement_help,
        placeholder=words.choose,
    )
    if not codes:
        st.caption(words.requirement_help)
        return
    cover = load_requirement(visit.access, plan, [CategoryCode(code) for code in codes])
    st.text(_lacking_line(words, cover, minimum))
    st.text(words.schools_without.format(schools=cover.schools, count=cover.schools_without))
    _render_offers(visit, cover, minimum)


def _lacking_line(words: CoverageWords, cover: RequirementCover, minimum: int) -> str:
    if cover.lacking is None or not cover.applicants:
        return words.lacking_hidden.format(total=cover.applicants, minimum=minimum)
    percent = round(100 * cover.lacking / cover.applicants)
    return words.lacking.format(total=cover.applicants, count=cover.lacking, percent=percent)


def _render_offers(visit: Visit, cover: RequirementCover, minimum: int) -> None:
    words = WORDS[visit.language]
    if not cover.offers:
        st.caption(words.offers_none_asked)
        return
    left_out = [each for each in cover.offers if each.offering_none]
    st.text(words.offers_intro if left_out else words.offers_all)
    for each in left_out:
        st.text(f"・{_offer_line(visit, each, minimum)}")


def _offer_line(visit: Visit, each: OfferGroup, minimum: int) -> str:
    words = WORDS[visit.language]
    hidden = words.people_hidden.format(minimum=minimum)
    return words.offer_line.format(
        county=each.county or words.county_unknown,
        type=_origin(visit, each.school_type) if each.school_type else words.type_unknown,
        none=each.offering_none,
        offering=each.offering,
        unknown=each.unknown,
        people=hidden if each.left_out is None else words.people.format(count=each.left_out),
    )
