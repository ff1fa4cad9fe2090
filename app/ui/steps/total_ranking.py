"""Step 4, 總分排序: the ranked list of a programme, what it is made of, and its exports."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlencode

import streamlit as st

from app.charts.spreads import draw_dimension_spread, draw_total_spread
from app.domain.admission import ListCounts
from app.domain.evidence import ProgrammeCode
from app.domain.plan import PdfPlacement
from app.domain.visibility import Action
from app.exchange.signed_list import FORMS, ListForm
from app.ui.components.component_desk import render_component_desk
from app.ui.components.label_check import render_label_check
from app.ui.components.notice_line import render_notice
from app.ui.components.phase_notice import render_export_closed
from app.ui.components.ranking_table import render_ranking_table
from app.ui.components.row_reviews import render_row_reviews
from app.ui.components.weight_influence import render_weight_influence
from app.ui.plain import plain
from app.ui.state import ranking as state
from app.ui.text import chart as chart_text
from app.ui.text.ranking import WORDS, RankingWords
from app.ui.visit import Visit
from app.workflows.ranking_rules import warning_sentences
from app.workflows.signed_list_content import EVERYONE, LIST_PART, STATUS_PART
from app.workflows.total_ranking import (
    EVERY_STATUS,
    Progress,
    RankingView,
    ShownList,
    list_rules,
    open_ranking,
)

LIST, STATUS = "list", "status"


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    code = visit.programme.programme_code
    view = open_ranking(visit.access, visit.programme, _shown(code))
    if view is None:
        st.info(visit.words.no_plan)
        return
    render_notice()
    may_import = visit.access.allows(Action.IMPORT_COMPONENTS, programme_code=code)
    tabs = st.tabs(
        [words.tab_list, words.tab_components, words.tab_label] if may_import else [words.tab_list],
        on_change="rerun",
        key=state.key(code, "tab"),
    )
    drawings: tuple[Draw, ...] = (_render_list, render_component_desk, render_label_check)
    for tab, draw in zip(tabs, drawings, strict=False):
        # What nobody looks at is not worked out.
        if tab.open:
            with tab:
                draw(visit, words, view)


Draw = Callable[[Visit, RankingWords, RankingView], None]


def _shown(code: ProgrammeCode) -> ShownList:
    placement = st.session_state.get(state.key(code, "pdf"))
    kind, _, name = str(st.session_state.get(state.key(code, "part")) or "").partition(":")
    return ShownList(
        status=name if kind == STATUS else EVERY_STATUS,
        list_id=name if kind == LIST else "",
        pdf_placement=placement,
    )


def _render_list(visit: Visit, words: RankingWords, view: RankingView) -> None:
    _render_toolbar(visit, words, view)
    for sentence in warning_sentences(view.warnings, language=str(visit.language)):
        st.warning(plain(sentence))
    # The remarks of a row need the width; who opens one wants its reviews beside it.
    if state.opened_row(view.plan.programme_code) is None:
        render_ranking_table(visit, words, view)
    else:
        listed, side = st.columns([7, 3], gap="medium")
        with listed:
            render_ranking_table(visit, words, view)
        with side:
            render_row_reviews(visit, words, view)
    _render_spreads(visit, words, view)
    _render_made_of(visit, words, view)


def _render_toolbar(visit: Visit, words: RankingWords, view: RankingView) -> None:
    names = {each.list_id: each.name for each in view.plan.rules.identity_lists}
    with st.container(gap=None):
        st.text(_progress_line(words, view.progress))
        for component in view.plan.rules.components:
            if count := view.not_imported.get(component.component_id):
                st.text(words.not_imported.format(name=component.name, count=count, tab=words.tab_components))
        for counts in view.counts:
            if view.ranked.list_id in (None, counts.list_id):
                st.text(_counts_line(words, names[counts.list_id], counts))
        if len(names) > 1:
            st.caption(plain(words.list_order.format(order=" → ".join(names.values()))))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _render_filters(words, view)
        _render_exports(visit, words, view)


def _progress_line(words: RankingWords, progress: Progress) -> str:
    """What the plan requires and how much of it there is; what is beyond only where anything is."""
    reviews = progress.reviews
    told = [
        words.progress.format(
            each=reviews.each, required=reviews.required, counted=reviews.counted, missing=reviews.missing
        ),
        words.progress_beyond.format(beyond=reviews.beyond) if reviews.beyond else "",
        words.progress_totals.format(with_total=progress.with_total, applications=progress.applications),
        words.progress_open if reviews.missing else words.progress_done,
    ]
    return "".join(told)


def _counts_line(words: RankingWords, name: str, counts: ListCounts) -> str:
    """How the places of a list stand; what is nobody is not said."""
    if counts.quota is None:
        return words.count_no_quota.format(name=name)
    told = [words.count_places.format(name=name, admitted=counts.admitted, quota=counts.quota)]
    if counts.extra:
        told.append(words.count_extra.format(count=counts.extra))
    if counts.undecided:
        told.append(words.count_undecided.format(count=counts.undecided, places=counts.open_places))
    for sentence, count in (
        (words.count_waitlisted, counts.waitlisted),
        (words.count_not_admitted, counts.not_admitted),
        (words.count_elsewhere, counts.elsewhere),
        (words.count_without_total, counts.without_total),
    ):
        if count:
            told.append(sentence.format(count=count))
    return "　·　".join(told)


def _render_filters(words: RankingWords, view: RankingView) -> None:
    code = view.plan.programme_code
    parts = {"": words.every_list}
    for one in view.plan.rules.identity_lists:
        parts[f"{LIST}:{one.list_id}"] = words.one_list.format(name=one.name)
    for status in view.statuses:
        parts[f"{STATUS}:{status}"] = words.one_status.format(name=status)
    st.selectbox(
        words.shown_list,
        list(parts),
        format_func=lambda part: parts.get(part, part),
        key=state.key(code, "part"),
        persist_state="session",
        width=240,
    )
    names = {PdfPlacement.TOGETHER: words.pdf_together, PdfPlacement.APART: words.pdf_apart}
    planned = view.locked.plan.rules.pdf_placement
    key = state.key(code, "pdf")
    st.session_state.setdefault(key, planned)
    st.segmented_control(
        words.pdf_view,
        list(PdfPlacement),
        format_func=lambda placement: names[placement],
        key=key,
        required=True,
        persist_state="session",
        help=words.pdf_view_help.format(plan=names[planned]),
    )


def _render_exports(visit: Visit, words: RankingWords, view: RankingView) -> None:
    plan = view.locked.plan
    if not visit.access.allows(Action.EXPORT_RANKING, programme_code=plan.programme_code):
        render_export_closed(visit, plan.programme_code)
        return
    for name in FORMS:
        # A link to the guarded door, not a download button: what Streamlit holds for one, any session may fetch.
        st.link_button(
            words.export.format(format=name.upper()),
            _export_address(visit, view, name),
            key=state.key(plan.programme_code, "export", name),
            icon=":material/download:",
            help=words.export_help,
        )


def _export_address(visit: Visit, view: RankingView, name: ListForm) -> str:
    selection = EVERYONE
    if view.ranked.list_id is not None:
        selection = f"{LIST_PART}{view.ranked.list_id}"
    elif view.ranked.identity is not None:
        selection = f"{STATUS_PART}{view.ranked.identity}"
    query = {"selection": selection, "language": str(visit.language)}
    return f"/export/list/{quote(view.plan.plan_id, safe='')}.{name}?{urlencode(query)}"


def _render_spreads(visit: Visit, words: RankingWords, view: RankingView) -> None:
    rows = view.ranked.rows
    if not any(row.total is not None for row in rows):
        st.text(words.no_total)
        return
    totals, dimensions = st.columns(2, gap="medium")
    with totals:
        st.markdown(f"**{words.spread_title}**")
        st.plotly_chart(
            draw_total_spread(rows, words=chart_text.WORDS[visit.language]),
            key=state.key(view.plan.programme_code, "spread"),
            config={"displayModeBar": False},
        )
    scores = {
        each.name: [
            row.dimension_means[each.dimension_id] for row in rows if each.dimension_id in row.dimension_means
        ]
        for each in view.plan.dimensions
    }
    with dimensions:
        st.markdown(f"**{words.dimension_title}**")
        st.plotly_chart(
            draw_dimension_spread(scores, words=chart_text.WORDS[visit.language]),
            key=state.key(view.plan.programme_code, "dimension-spread"),
            config={"displayModeBar": False},
        )


def _render_made_of(visit: Visit, words: RankingWords, view: RankingView) -> None:
    ranked = view.ranked
    weights, made_of = st.columns(2, gap="medium")
    with weights:
        render_weight_influence(visit, view.plan, ranked, place="list")
    with made_of, st.expander(words.made_of):
        st.text(
            words.made_of_line.format(
                snapshot=ranked.snapshot_id,
                plan=ranked.plan_id,
                revision=ranked.plan_revision,
                digest=ranked.scores_digest[:16],
            )
        )
        with st.container(gap=None):
            for sentence in list_rules(view, language=str(visit.language)):
                st.text(f"・{sentence}")
