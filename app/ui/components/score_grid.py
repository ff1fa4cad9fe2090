"""評分總表: assigned applicants by dimensions, every cell saved by itself; the browser keeps the rows it was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from app.ui.components.cell_data import cell_words, ids_of, in_this_order, pass_data, rows_data
from app.ui.components.cell_saving import save_cells
from app.ui.components.dimension_pass import CELL_PIECES, MOVING_ORDERS, open_applicant
from app.ui.components.part import desk_part, on_trigger
from app.ui.components.queue_place import PlaceOf, places_in_pass
from app.ui.state import address, queue
from app.ui.state import passes as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_passes import WORDS, PassWords
from app.ui.visit import Visit
from app.workflows.desk_views import Desk
from app.workflows.score_passes import load_pass_rows


def draw_score_grid(visit: Visit, desk: Desk, *, words: DeskWords) -> None:
    """The grid over everybody assigned to the person."""
    view_words = WORDS[visit.language]
    loaded = load_pass_rows(visit.access, desk)
    if not loaded:
        st.info(view_words.no_rows, icon=":material/assignment_ind:")
        return
    order = queue.order()
    key = state.pass_key("grid", desk.plan, visit.person.person_id, queue.arrangement(desk.plan.plan_id))
    kept = [each for each in ids_of(loaded) if desk.is_kept(each)]
    rows = in_this_order(loaded, state.standing_order(key, kept, may_shrink=desk.kept is not None))
    dimensions = desk.plan.dimensions
    desk_part("score_grid", *CELL_PIECES, "grid_table", "grid_editor", "grid_paste")(
        key=key,
        data={
            **pass_data(visit, desk.plan, key, dimensions=dimensions, words=words),
            "key": key,
            "kept": state.rows_to_send(
                key, rows_data(rows, dimensions, plan=desk.plan, visit=visit, words=words)
            ),
            "selected": address.chosen_application(),
            "is_moving": order.order in MOVING_ORDERS,
            "words": _words(view_words, words),
        },
        **_handlers(visit, desk, key, places=places_in_pass(desk, "grid", ids_of(rows)), words=words),
    )


def _handlers(visit: Visit, desk: Desk, key: str, *, places: PlaceOf, words: DeskWords) -> dict[str, Any]:
    acts: dict[str, Callable[[Any], None]] = {
        "save": lambda value: save_cells(visit, desk.plan, value, key=key, places=places, words=words),
        "need": lambda _: state.forget_sent(key),
        "resort": lambda _: state.resort(key),
        "open": lambda value: open_applicant(desk, value),
    }
    return {f"on_{name}_change": on_trigger(key, name, act) for name, act in acts.items()}


def _words(own: PassWords, words: DeskWords) -> dict[str, str]:
    return {
        **cell_words(own),
        "grid_title": own.grid_title,
        "grid_hint": own.grid_hint,
        "grid_name": own.grid_name,
        "grid_number": own.grid_number,
        "grid_state": own.grid_state,
        "grid_total": own.grid_total,
        "grid_flag": own.grid_flag,
        "grid_missing": own.grid_missing,
        "grid_count": own.grid_count,
        "grid_sort": own.grid_sort,
        "grid_cell": own.grid_cell,
        "grid_level": own.grid_level,
        "grid_empty": own.grid_empty,
        "paste_title": own.paste_title,
        "paste_from": own.paste_from,
        "paste_now": own.paste_now,
        "paste_new": own.paste_new,
        "paste_problem": own.paste_problem,
        "paste_apply": own.paste_apply,
        "paste_cancel": own.paste_cancel,
        "paste_beyond": own.paste_beyond,
        "paste_abstained": own.paste_abstained,
        "paste_not_number": own.paste_not_number,
        "paste_by_number": own.paste_by_number,
        "paste_unknown": own.paste_unknown,
        "paste_summary": own.paste_summary,
        "paste_too_wide": own.paste_too_wide,
        "dimension_choose": own.dimension_choose,
        "group_pdf": words.group_pdf,
    }
