"""The review items of one programme: which may be considered, which are chosen; locked once announced."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.errors import WorkbenchError
from app.reviews.store import ItemChoice, Saved, Stale
from app.ui.messages import message_of
from app.ui.state import office as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.office import OfficeWords
from app.ui.visit import Visit
from app.workflows import administration
from app.workflows.administration import ItemChoiceRefused, ItemChoiceView

Outcome = Saved[ItemChoice] | Stale[ItemChoice] | ItemChoiceRefused


def render_item_choice(visit: Visit, words: OfficeWords) -> None:
    """The item table of the programme of the frame, and what may be done with it."""
    if visit.programme is None:
        st.info(visit.words.no_snapshot)
        return
    view = administration.load_item_choice(visit.access, visit.programme)
    st.text(words.items_intro)
    if view.published:
        _render_published(words, view)
    else:
        _render_open(visit, words, view)


def _frame(view: ItemChoiceView, words: OfficeWords) -> pd.DataFrame:
    columns = [
        words.item_code,
        words.item_group,
        words.item_label,
        words.item_allowed,
        words.item_chosen,
    ]
    rows = [
        (line.item.item_code, line.item.item_group, line.item.label, line.is_allowed, line.is_chosen)
        for line in view.lines
    ]
    return pd.DataFrame(rows, columns=columns)


def _render_open(visit: Visit, words: OfficeWords, view: ItemChoiceView) -> None:
    programme = view.programme
    frame = _frame(view, words)
    st.data_editor(
        frame,
        key=state.items_key(programme.programme_code, view.row_revision),
        hide_index=True,
        disabled=[words.item_code, words.item_group, words.item_label],
        height="content",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            words.save_items,
            key=f"office:save:{programme.programme_code}",
            type="primary",
            on_click=_save,
            args=(visit, words, view),
        )


def _render_published(words: OfficeWords, view: ItemChoiceView) -> None:
    programme = view.programme
    chosen = [line.item.item_code for line in view.lines if line.is_chosen]
    st.info(words.published_note.format(count=len(chosen), items="、".join(chosen)))
    st.dataframe(_frame(view, words), hide_index=True, key=f"office:published:{programme.programme_code}")


def _ticked(view: ItemChoiceView, words: OfficeWords) -> tuple[list[str], list[str]]:
    """The codes ticked in both columns, from the stored lines and what the browser changed of them."""
    changes = st.session_state[state.items_key(view.programme.programme_code, view.row_revision)]
    edited = changes["edited_rows"]
    allowed, chosen = [], []
    for position, line in enumerate(view.lines):
        edit = edited.get(position, {})
        if edit.get(words.item_allowed, line.is_allowed):
            allowed.append(line.item.item_code)
        if edit.get(words.item_chosen, line.is_chosen):
            chosen.append(line.item.item_code)
    return allowed, chosen


def _save(visit: Visit, words: OfficeWords, view: ItemChoiceView) -> None:
    allowed, chosen = _ticked(view, words)
    done = words.saved.format(allowed=len(allowed), chosen=len(chosen))
    try:
        outcome = administration.save_item_choice(
            visit.access, view.programme, allowed=allowed, chosen=chosen, seen_revision=view.row_revision
        )
        _report(outcome, done, words)
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))


def _report(outcome: Outcome, done: str, words: OfficeWords) -> None:
    if isinstance(outcome, Saved):
        leave_notice(Notice("success", done))
    elif isinstance(outcome, Stale):
        text = words.stale_items.format(
            stored=_codes(outcome.stored.chosen_items),
            offered=_codes(outcome.offered.chosen_items),
        )
        leave_notice(Notice("warning", text))
    else:
        leave_notice(Notice("error", " ".join(_refusals(outcome, words))))


def _codes(items: frozenset[str]) -> str:
    return "、".join(sorted(items)) or "—"


def _refusals(refused: ItemChoiceRefused, words: OfficeWords) -> list[str]:
    """Every reason at once."""
    sentences = [
        (refused.unknown_items, words.refused_unknown.format(items=_codes(refused.unknown_items))),
        (
            refused.not_allowed_items,
            words.refused_not_allowed.format(items=_codes(refused.not_allowed_items)),
        ),
        (refused.closed_items, words.refused_closed.format(items=_codes(refused.closed_items))),
        (refused.is_published, words.refused_published),
    ]
    return [sentence for holds, sentence in sentences if holds]
