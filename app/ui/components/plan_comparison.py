"""Two plans or revisions in two columns, every line marked as same, changed, added, removed or moved."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app.domain.plan import PlanId
from app.ui.components.earlier_plans import choose_source, source_line
from app.ui.components.part import part
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.text.dimension_setup import DimensionWords
from app.ui.text.setting_up import WORDS, SettingUpWords
from app.ui.visit import Visit
from app.workflows.plan_comparison import (
    ComparedDimension,
    ComparedLine,
    Mark,
    PlanComparison,
    compare_plans,
)
from app.workflows.plan_draft import PlanView
from app.workflows.plan_sources import PlanSource, load_plan_sources, sides_to_compare


def render_plan_comparison(
    visit: Visit, plan_words: DimensionWords, view: PlanView, labels: Mapping[str, str]
) -> None:
    """Choose both sides: by default what stands now beside what stood before."""
    words = WORDS[visit.language]
    sources = load_plan_sources(visit.access, view.programme)
    sides = sides_to_compare(visit.access, sources)
    if view.stored is None or sides is None:
        st.text(words.compare_none)
        return
    plan_id, begun = view.stored.plan.plan_id, [each.key for each in sides]
    left_column, right_column, switch = st.columns([3, 3, 1.2], vertical_alignment="bottom")
    with left_column:
        left = choose_source(
            words,
            sources,
            label=words.compare_left,
            key=state.side_key(plan_id, "left", begun),
            place=sources.index(sides[0]),
        )
    with right_column:
        right = choose_source(
            words,
            sources,
            label=words.compare_right,
            key=state.side_key(plan_id, "right", begun),
            place=sources.index(sides[1]),
        )
    with switch:
        only = st.toggle(words.only_differences, key=state.key(plan_id, "only-differences"))
    compared = compare_plans(left.stored.plan, right.stored.plan, labels)
    count = compared.differences
    st.text(words.compare_count.format(count=count) if count else words.compare_same)
    if count or not only:
        _draw(words, plan_words, (left, right), compared=compared, only=only)


def render_since_last(visit: Visit, view: PlanView, *, tabs_key: str) -> None:
    """The way from the step to what the present plan changes of the revision before; nothing before there is one."""
    words = WORDS[visit.language]
    if view.stored is None or view.stored.plan.revision < 2:
        return
    plan = view.stored.plan
    st.button(
        plain(words.since_last.format(revision=plan.revision - 1)),
        key=state.key(plan.plan_id, "since-last"),
        type="tertiary",
        icon=":material/difference:",
        on_click=_show_since_last,
        args=(visit, plan.plan_id, tabs_key),
    )


def _show_since_last(visit: Visit, plan_id: PlanId, tabs_key: str) -> None:
    """From a callback: the tab, the sides as they begin, only what differs."""
    state.forget_sides(plan_id)
    st.session_state[state.key(plan_id, "only-differences")] = True
    st.session_state[tabs_key] = WORDS[visit.language].tab_compare


def _draw(
    words: SettingUpWords,
    plan_words: DimensionWords,
    sides: tuple[PlanSource, PlanSource],
    *,
    compared: PlanComparison,
    only: bool,
) -> None:
    texts = words.comparison
    blocks = [
        _block(texts["plan"], "", compared.general, plan_words=plan_words, words=words),
        *(_dimension(words, plan_words, each) for each in compared.dimensions),
        _block(texts["rules"], "", compared.rules, plan_words=plan_words, words=words),
    ]
    part("plan_comparison")(
        key=state.key(sides[0].stored.plan.plan_id, "comparison"),
        data={
            "left": source_line(words, sides[0]),
            "right": source_line(words, sides[1]),
            "words": {mark.value: texts[mark.value] for mark in Mark} | {"nothing": texts["nothing"]},
            "only": only,
            "blocks": blocks,
        },
    )


def _dimension(
    words: SettingUpWords, plan_words: DimensionWords, each: ComparedDimension
) -> dict[str, object]:
    texts = words.comparison
    name = next(line.right or line.left or "" for line in each.lines if line.field == "name")
    block = _block(
        f"{texts['dimension']}　{name}", each.mark.value, each.lines, plan_words=plan_words, words=words
    )
    places = (each.left_place, each.right_place)
    shown = [texts["nothing"] if place is None else texts["place"].format(place=place) for place in places]
    return {**block, "places": shown}


def _block(
    title: str,
    mark: str,
    lines: tuple[ComparedLine, ...],
    *,
    plan_words: DimensionWords,
    words: SettingUpWords,
) -> dict[str, object]:
    return {
        "title": title,
        "mark": mark,
        "places": [],
        "lines": [
            {
                "label": _label(words, line),
                "left": _value(plan_words, line.field, line.left),
                "right": _value(plan_words, line.field, line.right),
                "mark": line.mark.value,
            }
            for line in lines
            if (line.left, line.right) != (None, None)
        ],
    }


def _label(words: SettingUpWords, line: ComparedLine) -> str:
    label = words.comparison.get(line.field, line.field)
    return f"{label}　{line.subject}" if line.subject else label


def _value(plan_words: DimensionWords, field: str, value: str | None) -> str:
    if value is None:
        return ""
    if field == "scale":
        return plan_words.scale_percent if value == "percent" else plan_words.scale_points
    if field == "snapshot_id":
        return value[:12]
    return plan_words.notes.fields.get(value, value) if field not in ("name", "description") else value
