"""The matrix of evidence and dimensions as a browser part; every tick is checked again on the server."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.evidence import ReviewItem
from app.domain.plan import PlanId
from app.errors import PlanLocked
from app.ui.components.part import part
from app.ui.components.plan_desk import save_edit
from app.ui.messages import message_of
from app.ui.state import plan as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.core_data import CoreDataWords
from app.ui.visit import Visit
from app.workflows.core_data_selection import (
    PROFILE_GROUP,
    REST_GROUP,
    CategoryGroup,
    CategoryLine,
    CoreDataView,
    apply_ticks,
    read_tick,
)
from app.workflows.plan_draft import PlanView

PART = "core_data_matrix"


def render_core_data_matrix(visit: Visit, words: CoreDataWords, view: PlanView, core: CoreDataView) -> None:
    """Rows of evidence, columns of dimensions; read-only unless this person may change this draft."""
    if view.stored is None:
        return
    plan = view.stored.plan
    part(PART)(
        key=state.key(plan.plan_id, PART),
        data={
            "plan": f"{plan.plan_id}:{plan.revision}",
            "locked": not view.is_editable,
            "words": {**words.matrix, "not_in_choice": words.not_in_choice},
            "acknowledged": state.acknowledged(plan.plan_id, PART),
            "dimensions": [{"id": each.dimension_id, "name": each.name} for each in plan.dimensions],
            "groups": [_group(words, group, core) for group in core.groups],
            "pairs": sorted([dimension, category] for dimension, category in plan.core_data.pairs),
        },
        on_outbox_change=_on_ticks(visit, plan.plan_id, core),
    )


def _group(words: CoreDataWords, group: CategoryGroup, core: CoreDataView) -> dict[str, object]:
    titles = {PROFILE_GROUP: words.group_profile, REST_GROUP: words.group_rest}
    labels = {item.item_code: item for item in group.items}
    return {
        "title": titles.get(group.name, group.name),
        "items": [
            {"code": item.item_code, "label": item.label, "open": item.item_code not in group.closed_codes}
            for item in group.items
        ],
        "lines": [_line(words, line, labels, core) for line in group.lines],
    }


def _line(
    words: CoreDataWords, line: CategoryLine, items: dict[str, ReviewItem], core: CoreDataView
) -> dict[str, object]:
    missing = words.missing.format(count=line.missing, share=line.missing_percent)
    return {
        "code": line.category_code,
        "label": line.label,
        "codes": [
            {
                "code": code,
                "label": items[code].label if code in items else code,
                "open": code not in line.closed_codes,
            }
            for code in line.item_codes
        ],
        "open": line.is_open,
        "count": line.applications,
        "percent": 100 * line.applications // core.applications if core.applications else 0,
        "missing": "" if line.is_stand_in or line.missing == 0 else missing,
        "many": line.is_empty_for_many,
        "detail": words.missing_pdf.format(count=line.pdf_only) if line.pdf_only else "",
        "note": _note(words, line),
    }


def _note(words: CoreDataWords, line: CategoryLine) -> str:
    if not line.is_open:
        return words.not_allowed.format(codes="、".join(line.closed_codes))
    return words.pdf_stand_in if line.is_stand_in and line.category_code != "attachment.unlinked" else ""


def _on_ticks(visit: Visit, plan_id: PlanId, core: CoreDataView) -> Callable[[], None]:
    def take_ticks() -> None:
        edits = state.new_edits(plan_id, PART)
        shown = state.shown(plan_id)
        if not edits or shown is None:
            return
        allowed = frozenset(line.category_code for line in core.lines if line.is_open)
        try:
            save_edit(visit, plan_id, apply_ticks(shown.plan, map(read_tick, edits), allowed))
        except PlanLocked as error:
            leave_notice(Notice("error", message_of(error, visit.words)))
        state.acknowledge(plan_id, PART, int(str(edits[-1]["seq"])))

    return take_ticks
