"""What changed between two moments: who moved, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import streamlit as st

from app.domain.list_change import RowChange, RowPlace
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.ui.components.record_moment import AskedMoment, render_moment
from app.ui.local_time import date_and_seconds
from app.ui.state import records as state
from app.ui.text.records import RecordsWords
from app.ui.visit import Visit
from app.workflows.appeal_sheet import appeal_words
from app.workflows.appeal_text import details_of, event_text, full_names
from app.workflows.list_difference import ListDifference, compare_moments, load_moments
from app.workflows.ranked_list_file import outcome_text
from app.workflows.round_record import RecordedEvent

ARROW = " → "
TABLE_HEIGHT = 520


def render_difference(visit: Visit, words: RecordsWords, plan: ReviewPlan, *, now: datetime) -> None:
    """Two moments, the events that concern everyone, then one line an applicant who moved."""
    code = plan.programme_code
    moments = load_moments(visit.access, plan.plan_id, now=now)
    first, second = st.columns(2, gap="medium")
    with first:
        asked = AskedMoment(code, "earlier", words.moment_earlier, now)
        earlier = render_moment(visit, words, moments, asked=asked, is_past=True)
    with second:
        asked = AskedMoment(code, "later", words.moment_later, now)
        later = render_moment(visit, words, moments, asked=asked)
    found = compare_moments(visit.access, plan.plan_id, earlier=earlier, later=later)
    if not found.changes:
        st.info(words.nothing_changed)
    else:
        _render_changes(visit, words, plan, found)
    if found.common:
        st.markdown(f"**{words.common}**")
        names = full_names(visit.workbench)
        st.dataframe(
            [_common_row(visit, words, each, names) for each in found.common],
            hide_index=True,
            key=state.key(code, "common"),
        )


def _render_changes(visit: Visit, words: RecordsWords, plan: ReviewPlan, found: ListDifference) -> None:
    others = [each for each in found.changes if each.moved_by_others]
    own = [each for each in found.changes if not each.moved_by_others]
    st.text(words.changed.format(count=len(found.changes), own=len(own), others=len(others)))
    if found.before is None:
        st.info(words.no_list_then)
    shown = st.segmented_control(
        words.filter,
        list(words.filters),
        format_func=lambda name: words.filters[name],
        default="own" if own else "all",
        required=True,
        key=state.key(plan.programme_code, "filter"),
        label_visibility="collapsed",
    )
    chosen = {"own": own, "others": others}.get(shown or "all", found.changes)
    st.dataframe(
        _rows(visit, words, plan, found=found, changes=chosen),
        hide_index=True,
        key=state.key(plan.programme_code, "changes"),
        height=min(TABLE_HEIGHT, 80 + 36 * len(chosen)),
        column_config={words.columns["why"]: st.column_config.TextColumn(width="large")},
    )


def _rows(
    visit: Visit,
    words: RecordsWords,
    plan: ReviewPlan,
    *,
    found: ListDifference,
    changes: Sequence[RowChange],
) -> list[dict[str, object]]:
    names, summaries = full_names(visit.workbench), found.summaries
    columns = words.columns
    return [
        {
            columns["number"]: summaries[each.application_id].application_number,
            columns["name"]: summaries[each.application_id].name,
            columns["rank_change"]: _both(each, _rank),
            columns["total_change"]: _both(each, _total),
            columns["outcome_change"]: _outcome(visit, words, plan, each),
            columns["why"]: _why(visit, found, each, words=words, names=names),
        }
        for each in changes
    ]


def _both(change: RowChange, text: Callable[[RowPlace | None], str]) -> str:
    before, after = (text(place) for place in (change.before, change.after))
    return after if before == after else f"{before}{ARROW}{after}"


def _rank(place: RowPlace | None) -> str:
    return "–" if place is None or place.rank is None else str(place.rank)


def _total(place: RowPlace | None) -> str:
    return "–" if place is None or place.total is None else f"{place.total:f}"


def _outcome(visit: Visit, words: RecordsWords, plan: ReviewPlan, change: RowChange) -> str:
    names = {one.list_id: one.name for one in plan.rules.identity_lists}

    def text(place: RowPlace | None) -> str:
        if place is None:
            return "–"
        outcomes = [
            f"{names.get(each.list_id, each.list_id)}：{outcome_text(plan, each, language=str(visit.language))}"
            for each in place.outcomes
        ]
        return "；".join([words.blocks[place.block], *outcomes])

    return _both(change, text)


def _why(
    visit: Visit,
    found: ListDifference,
    change: RowChange,
    *,
    words: RecordsWords,
    names: Mapping[PersonId, str],
) -> str:
    if change.application_id in found.hidden:
        return words.hidden
    events = found.own.get(change.application_id, ())
    told = appeal_words(str(visit.language))
    dimensions = {
        str(each.dimension_id): each.name
        for known in (found.before, found.after)
        if known is not None
        for each in known.view.plan.dimensions
    }
    said = [_said(event, dimensions, names, told) for event in events]
    return "；".join(said) or (words.by_others if change.moved_by_others else words.common)


def _said(
    event: RecordedEvent,
    dimensions: Mapping[str, str],
    names: Mapping[PersonId, str],
    told: Mapping[str, str],
) -> str:
    who = names.get(event.person_id, "") if event.person_id is not None else ""
    details = "、".join(details_of(event, dimensions, names=names, words=told, shows_reasons=True))
    text = f"{date_and_seconds(event.moment)} {who} {event_text(event, told)}"
    return f"{text}：{details}" if details else text


def _common_row(
    visit: Visit, words: RecordsWords, event: RecordedEvent, names: Mapping[PersonId, str]
) -> dict[str, object]:
    return {
        words.columns["when"]: date_and_seconds(event.moment),
        words.columns["what"]: event_text(event, appeal_words(str(visit.language))),
        words.columns["who"]: names.get(event.person_id, "") if event.person_id is not None else "",
    }
