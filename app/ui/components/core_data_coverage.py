"""Coverage of evidence by origin, and what a requirement would mean for applicants and schools."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from app.domain.category_cover import CoverCell, CoverSplit, CoverTable, OfferGroup, RequirementCover
from app.domain.evidence import CategoryCode
from app.domain.plan import PlanId, ReviewPlan
from app.domain.school_cover import LeftOutSchools, SchoolCover, SchoolShare
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.text.coverage import WORDS, CoverageWords
from app.ui.text.research import WORDS as RESEARCH_WORDS
from app.ui.visit import Visit
from app.workflows.core_data_coverage import load_cover, load_left_out, load_requirement, load_school_covers


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
    st.caption(words.schools_note)
    _render_requirement(visit, plan, labels, minimum=table.minimum)


def _render_table(
    visit: Visit, plan: ReviewPlan, table: CoverTable, *, labels: Mapping[str, str], only: bool
) -> None:
    words = WORDS[visit.language]
    chosen = plan.core_data.categories()
    groups = zip(table.groups, table.sizes[:-1], strict=True)
    heads = [_group_name(visit, group, size) for group, size in groups]
    heads.append(words.group_of.format(label=words.everyone, count=table.sizes[-1]))
    codes = [CategoryCode(code) for code in labels if not only or code in chosen]
    covers = load_school_covers(visit.access, plan, codes)
    rows = [
        {words.category: labels[code]}
        | dict(zip(heads, _texts(words, table, code), strict=True))
        | _school_cells(words, covers[code])
        for code in codes
    ]
    key = state.key(plan.plan_id, "cover-table")
    st.dataframe(
        rows,
        hide_index=True,
        key=key,
        on_select=partial(_ask_of_rows, key, plan.plan_id, codes),
        selection_mode="multi-row",
    )


def _ask_of_rows(key: str, plan_id: PlanId, codes: Sequence[CategoryCode]) -> None:
    """From a callback: the ticked rows become the requirement that is tried below."""
    ticked = st.session_state[key].selection.rows
    st.session_state[state.key(plan_id, "requirement")] = [codes[row] for row in ticked if row < len(codes)]


def _school_cells(words: CoverageWords, cover: SchoolCover) -> dict[str, str]:
    """What is held by the programme's schools, what they offer, and the same of all schools."""
    anywhere = cover.offered_anywhere or cover.held_anywhere
    kind = words.anywhere_offered if cover.offered_anywhere else words.anywhere_held
    return {
        words.schools_held: _share_text(words, cover.held),
        words.schools_offered: _share_text(words, cover.offered) if cover.offered else words.not_a_course,
        words.schools_anywhere: kind.format(share=_share_text(words, anywhere)),
    }


def _share_text(words: CoverageWords, share: SchoolShare) -> str:
    if share.count is None:
        return words.hidden
    return words.school_share.format(count=share.count, schools=share.schools, percent=share.percent or 0)


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
    if cover.schools_without is not None:
        st.text(words.schools_without.format(schools=cover.schools, count=cover.schools_without))
    _render_offers(visit, cover, minimum)
    _render_left_out(
        visit, load_left_out(visit.access, plan, [CategoryCode(code) for code in codes]), minimum
    )


def _render_left_out(visit: Visit, left_out: LeftOutSchools, minimum: int) -> None:
    """The schools by name, how large each is, and why; those with few applicants only as a number."""
    words = WORDS[visit.language]
    if left_out.named:
        st.markdown(f"**{plain(words.left_out)}**")
        rows = [
            {
                words.left_out_columns["school"]: each.school_name,
                words.left_out_columns["county"]: each.county or words.county_unknown,
                words.left_out_columns["type"]: _origin(visit, each.school_type) or words.type_unknown,
                words.left_out_columns["reason"]: words.left_out_reasons[each.reason],
                words.left_out_columns["applicants"]: (words.many if each.is_large else words.few).format(
                    minimum=minimum
                ),
            }
            for each in left_out.named
        ]
        st.dataframe(rows, hide_index=True)
    if left_out.unnamed:
        st.caption(plain(words.left_out_unnamed.format(count=left_out.unnamed, minimum=minimum)))


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
