"""What a session keeps of browser parts that left the page: the last few, so that what was just sent still arrives."""

from __future__ import annotations

from collections.abc import Collection

from streamlit.components.v2.bidi_component.constants import EVENT_DELIM
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import KeyIdMapper, SessionState

GONE_KEPT = 64
"""Some five runs of the desk: a save sent while the next applicant is drawn comes one run late."""

Widget = WidgetMetadata[object]


def forget_gone_parts() -> None:
    """From now on every session forgets browser parts that are long gone.

    After each run Streamlit drops the values of widgets that were not drawn, but keeps their callbacks and keys for
    as long as the session lives. At the desk every applicant and category has parts of its own, and a callback
    holds the desk it was drawn from: thirty reviewers left some five megabytes a minute behind.
    """
    SessionState._remove_stale_widgets = _remove_and_forget  # type: ignore[assignment, method-assign]


_remove = SessionState._remove_stale_widgets


def _remove_and_forget(state: SessionState, active_widget_ids: frozenset[str]) -> None:
    _remove(state, active_widget_ids)
    context = get_script_run_ctx()
    if context is None:
        return
    # What a part sends arrives at a second widget beside it, which no run counts among its own.
    # (When the page changes these are told by the browser, which names what it sends to as well.)
    parts = {each for each in active_widget_ids if EVENT_DELIM not in each}
    drawn = active_widget_ids | {_make_trigger_id(each, "events") for each in parts}
    known = state._new_widget_state.widget_metadata
    gone = [
        widget_id
        for widget_id, widget in known.items()
        if widget_id not in drawn and _is_lost(widget, context.fragment_ids_this_run)
    ]
    lost = gone[: max(0, len(gone) - GONE_KEPT)]
    for widget_id in lost:
        del known[widget_id]
        _forget_key(state._key_id_mapper, widget_id)
    for widget_id in gone[len(lost) :]:
        # A part without a value cannot be asked for what it sent; the next run drops it again.
        if known[widget_id].value_type == "json_value":
            state._old_state.setdefault(widget_id, {})
    # Those on the page come last: when they go, they have gone after all the others.
    for widget_id in drawn & known.keys():
        known[widget_id] = known.pop(widget_id)


def _is_lost(widget: Widget, fragment_ids: Collection[str] | None) -> bool:
    """Whether this run should have drawn the part; one of some fragments says nothing of what lies outside them."""
    is_part = widget.value_type in ("json_value", "json_trigger_value")
    return is_part and (not fragment_ids or widget.fragment_id in fragment_ids)


def _forget_key(keys: KeyIdMapper, widget_id: str) -> None:
    key = keys.id_key_mapping.get(widget_id)
    if key is not None and keys.get_id_from_key(key) == widget_id:
        keys.delete(key)
    else:
        # The key has passed to another widget, or there never was one.
        keys.id_key_mapping.pop(widget_id, None)
