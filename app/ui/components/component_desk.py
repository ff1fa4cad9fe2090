"""其他成績 on step 4: what counts, a file and what it would change, earlier imports."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import streamlit as st

from app.domain.component_values import ComponentImport
from app.domain.total_component import ComponentId
from app.errors import BadFile, FileProblem
from app.ui.components.refused_file import Fault, render_faults
from app.ui.local_time import clock_time
from app.ui.number_text import number_text
from app.ui.plain import field_name, plain
from app.ui.state import ranking as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.component_desk import WORDS, ComponentWords
from app.ui.text.ranking import RankingWords
from app.ui.visit import Visit
from app.workflows.component_import import (
    ComponentView,
    ImportPreview,
    ValueChange,
    ValueLine,
    load_components,
    preview_earlier,
    preview_import,
    save_import,
)
from app.workflows.total_ranking import RankingView

LARGEST_MEGABYTES = 8
MOST_NUMBERS = 20


def render_component_desk(visit: Visit, words: RankingWords, view: RankingView) -> None:
    """One component at a time; ``words`` name the tab."""
    view_words = WORDS[visit.language]
    code = view.plan.programme_code
    if not view.plan.rules.components:
        st.info(view_words.no_components)
        return
    components = {
        each.component.component_id: each for each in load_components(visit.access, view.locked.plan)
    }
    st.text(view_words.intro)
    chosen = st.segmented_control(
        field_name(view_words.component),
        list(components),
        format_func=lambda key: plain(components[key].component.name),
        key=state.key(code, "component"),
        default=next(iter(components)),
        required=True,
        help=words.tab_components,
    )
    shown = components[ComponentId(str(chosen))]
    left, right = st.columns([3, 2], gap="large")
    with left:
        _render_facts(view_words, shown)
        _render_import(visit, view_words, view, shown)
    with right:
        _render_history(view_words, view, shown)


def _render_facts(words: ComponentWords, shown: ComponentView) -> None:
    component = shown.component
    facts = words.facts.format(
        weight=number_text(component.weight_percent), maximum=number_text(component.maximum)
    )
    if component.minimum_value is not None:
        facts += words.minimum.format(minimum=number_text(component.minimum_value))
    st.text(facts)
    st.text(words.counted.format(counted=shown.counted, applications=shown.applications))
    if shown.is_outdated:
        st.warning(words.outdated)


def _render_import(visit: Visit, words: ComponentWords, view: RankingView, shown: ComponentView) -> None:
    code, component_id = view.plan.programme_code, shown.component.component_id
    earlier = state.earlier_import(code, component_id)
    try:
        if earlier is not None:
            st.markdown(f"**{plain(words.compare_back.format(revision=earlier))}**")
            preview = preview_earlier(visit.access, view.plan.plan_id, component_id, earlier)
            _render_preview(visit, words, view, preview)
            return
        upload = st.file_uploader(
            words.upload,
            type=["csv", "txt", "xlsx", "xls"],
            key=state.upload_key(code, component_id),
            max_upload_size=LARGEST_MEGABYTES,
        )
        if upload is not None:
            preview = preview_import(
                visit.access, view.plan.plan_id, component_id, upload.getvalue(), file_name=upload.name
            )
            _render_preview(visit, words, view, preview)
    except BadFile as refusal:
        st.error(words.refused)
        faults = [_fault(words, each) for each in refusal.problems]
        render_faults(visit.language, faults, key=state.key(code, "faults", component_id))


def _fault(words: ComponentWords, problem: FileProblem) -> Fault:
    row, _, column = problem.place.partition("/")
    place = words.row_column if column else words.at_row
    return Fault(
        rule=words.file_rules.get(problem.rule, problem.rule),
        place=place.format(row=row, column=words.columns.get(column, column)) if row else "",
        value=problem.value,
    )


def _render_preview(visit: Visit, words: ComponentWords, view: RankingView, preview: ImportPreview) -> None:
    code, component_id = view.plan.programme_code, preview.component.component_id
    st.text(
        words.summary.format(changed=len(preview.lines), unchanged=preview.unchanged, absent=preview.absent)
    )
    if preview.without:
        numbers = "、".join(each.application_number for each in preview.without[:MOST_NUMBERS])
        more = " …" if len(preview.without) > MOST_NUMBERS else ""
        st.warning(plain(words.without.format(count=len(preview.without), numbers=numbers + more)))
    if preview.lines:
        st.dataframe(_frame(words, preview), hide_index=True)
    else:
        st.info(words.nothing_new)
    with st.container(horizontal=True):
        st.button(
            plain(words.save),
            key=state.key(code, "save-import", component_id),
            type="primary",
            disabled=not preview.lines,
            on_click=_save,
            args=(visit, words, view, preview),
        )
        st.button(
            plain(words.cancel),
            key=state.key(code, "cancel-import", component_id),
            on_click=state.forget_import,
            args=(code, component_id),
        )


def _save(visit: Visit, words: ComponentWords, view: RankingView, preview: ImportPreview) -> None:
    meanwhile = save_import(visit.access, view.plan.plan_id, preview)
    if meanwhile is not None:
        leave_notice(Notice("warning", words.changed_meanwhile))
        return
    leave_notice(Notice("success", words.saved))
    state.forget_import(view.plan.programme_code, preview.component.component_id)


def _frame(words: ComponentWords, preview: ImportPreview) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words.number: [line.summary.application_number for line in preview.lines],
            words.name: [line.summary.name for line in preview.lines],
            words.change: [words.changes[line.change] for line in preview.lines],
            words.before: [_before(words, line) for line in preview.lines],
            words.after: [_after(words, line) for line in preview.lines],
        }
    )


def _before(words: ComponentWords, line: ValueLine) -> str:
    return words.none if line.change is ValueChange.ADDED else _value(words, line.before)


def _after(words: ComponentWords, line: ValueLine) -> str:
    return words.none if line.change is ValueChange.REMOVED else _value(words, line.after)


def _value(words: ComponentWords, value: Decimal | None) -> str:
    return words.absent if value is None else number_text(value)


def _render_history(words: ComponentWords, view: RankingView, shown: ComponentView) -> None:
    code, component = view.plan.programme_code, shown.component
    st.markdown(f"**{words.history}**")
    if not shown.imports:
        st.text(words.none)
    for place, (each, person) in enumerate(zip(shown.imports, shown.people, strict=True)):
        st.text(_history_line(words, each, person))
        if place and each.maximum == component.maximum:
            st.button(
                plain(words.bring_back.format(revision=each.revision)),
                key=state.key(code, "bring-back", component.component_id, each.revision),
                type="tertiary",
                icon=":material/history:",
                on_click=state.compare_earlier,
                args=(code, component.component_id, each.revision),
            )


def _history_line(words: ComponentWords, each: ComponentImport, person: str) -> str:
    line = words.history_line if each.restores is None else words.history_restored
    return line.format(
        revision=each.revision,
        time=clock_time(each.saved_at) if each.saved_at else words.none,
        person=person,
        file=each.file_name,
        restores=each.restores,
        count=len(each.values),
        digest=each.file_digest[:12],
    )
