"""What changed between two moments: who moved, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import streamlit as st

from app.domain.home_time import date_and_seconds
from app.domain.list_change import RowChange, RowPlace
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.ui.components.record_moment import AskedMoment, render_moment
from app.ui.state import records as state
from app.ui.text.records import RecordsWords
from app.ui.visit import Visit
from app.workflows.appeal_sheet import appeal_words
from app.workflows.appeal_text import abstained_text, change_text, details_of, event_text, full_names
from app.workflows.list_difference import (
    ListDifference,
    NetChange,
    compare_moments,
    load_moments,
    net_changes,
)
from app.workflows.ranked_list_file import outcome_text
from app.workflows.round_record import RecordedEvent, RecordKind

ARROW = " → "
TABLE_HEIGHT = 520
MOST_WITHOUT_SCROLLING = 12


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
    teller = _Teller(visit, words, plan, found)
    selected = st.dataframe(
        [teller.row(each) for each in chosen],
        hide_index=True,
        key=state.key(plan.programme_code, "changes", shown),
        height="content" if len(chosen) <= MOST_WITHOUT_SCROLLING else TABLE_HEIGHT,
        column_config={words.columns["why"]: st.column_config.TextColumn(width="large")},
        on_select="rerun",
        selection_mode="single-row",
    )
    opened = [chosen[place] for place in selected["selection"]["rows"] if place < len(chosen)]
    st.text("\n".join(line for each in opened for line in teller.history(each)) or words.open_row)


class _Teller:
    """One applicant who moved, in words: net in the table, save by save below it."""

    def __init__(self, visit: Visit, words: RecordsWords, plan: ReviewPlan, found: ListDifference) -> None:
        self._language = str(visit.language)
        self._words, self._plan, self._found = words, plan, found
        self._told = appeal_words(self._language)
        self._names = full_names(visit.workbench)
        self._lists = {one.list_id: one.name for one in plan.rules.identity_lists}
        self._dimensions = {
            str(each.dimension_id): each.name
            for known in (found.before, found.after)
            if known is not None
            for each in known.view.plan.dimensions
        }

    def row(self, change: RowChange) -> dict[str, object]:
        """A line of the table."""
        columns, summary = self._words.columns, self._found.summaries[change.application_id]
        return {
            columns["number"]: summary.application_number,
            columns["name"]: summary.name,
            columns["rank_change"]: _both(change, _rank),
            columns["total_change"]: _both(change, _total),
            columns["outcome_change"]: _both(change, self._outcome),
            columns["why"]: self._why(change),
        }

    def history(self, change: RowChange) -> list[str]:
        """Every event of the applicant in between, oldest first, with its moment."""
        number = self._found.summaries[change.application_id].application_number
        events = self._found.own.get(change.application_id, ())
        return (
            [number, *(self._event(event) for event in events)]
            if events
            else [f"{number}　{self._why(change)}"]
        )

    def _why(self, change: RowChange) -> str:
        if change.application_id in self._found.hidden:
            return self._words.hidden
        events = self._found.own.get(change.application_id, ())
        others = [event for event in events if event.kind is not RecordKind.REVIEW]
        said = [*map(self._net, net_changes(events)), *map(self._brief, others)]
        return "；".join(said) or (self._words.by_others if change.moved_by_others else self._words.common)

    def _net(self, net: NetChange) -> str:
        who = self._names.get(net.reviewer_id, "?")
        changes = [change_text(each, self._dimensions, self._told) for each in net.changes]
        changes += abstained_text(net.abstained, self._told)
        return self._words.net.format(who=who, saves=net.saves, changes="、".join(changes) or "–")

    def _brief(self, event: RecordedEvent) -> str:
        details = "、".join(
            details_of(event, self._dimensions, names=self._names, words=self._told, shows_reasons=True)
        )
        text = event_text(event, self._told)
        return f"{text}：{details}" if details else text

    def _event(self, event: RecordedEvent) -> str:
        who = self._names.get(event.person_id, "") if event.person_id is not None else ""
        return f"{date_and_seconds(event.moment)}　{who}　{self._brief(event)}"

    def _outcome(self, place: RowPlace | None) -> str:
        if place is None:
            return "–"
        outcomes = [
            f"{self._lists.get(each.list_id, each.list_id)}："
            f"{outcome_text(self._plan, each, language=self._language)}"
            for each in place.outcomes
        ]
        return "；".join([self._words.blocks[place.block], *outcomes])


def _both(change: RowChange, text: Callable[[RowPlace | None], str]) -> str:
    before, after = (text(place) for place in (change.before, change.after))
    return after if before == after else f"{before}{ARROW}{after}"


def _rank(place: RowPlace | None) -> str:
    return "–" if place is None or place.rank is None else str(place.rank)


def _total(place: RowPlace | None) -> str:
    return "–" if place is None or place.total is None else f"{place.total:f}"


def _common_row(
    visit: Visit, words: RecordsWords, event: RecordedEvent, names: Mapping[PersonId, str]
) -> dict[str, object]:
    return {
        words.columns["when"]: date_and_seconds(event.moment),
        words.columns["what"]: event_text(event, appeal_words(str(visit.language))),
        words.columns["who"]: names.get(event.person_id, "") if event.person_id is not None else "",
    }
