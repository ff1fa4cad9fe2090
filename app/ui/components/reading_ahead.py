"""Who is likely to be read next, as the desk will draw them: the browser shows it at the key, the run follows behind."""

from __future__ import annotations

from typing import Any

import orjson

from app.domain.evidence import ApplicationId
from app.ui.components.evidence_panel import Reading, draw_evidence
from app.ui.components.evidence_stage import stage_data
from app.ui.components.evidence_tree import tree_data
from app.ui.components.part import desk_part, gathered_parts
from app.ui.state import ahead as state
from app.ui.state import desk as desk_state
from app.ui.text.desk import DeskWords
from app.ui.visit import Visit
from app.workflows.category_content import load_tree
from app.workflows.desk_views import ApplicantLine, Desk
from app.workflows.reading_ahead import read_ahead


def draw_ahead(visit: Visit, desk: Desk, line: ApplicantLine, *, words: DeskWords) -> None:
    """The neighbour in the direction one goes; the browser itself remembers where one was.

    Every right is asked as if it were drawn. Whose evidence is new stays out: that is told where it is opened.
    """
    step = state.direction(desk.places[line.application_id])
    following = desk.neighbour(line.application_id, step=step)
    pages = [] if following is None or following in desk.renewed else [_page(visit, desk, following, words)]
    desk_part("reading_ahead", "desk_place")(
        key=state.AHEAD, data={"pages": [orjson.Fragment(each) for each in pages]}
    )
    # What this needed was read while the one before was on screen; what the next run makes ready is read from now on.
    read_ahead(visit.access, desk, line.application_id, step=2 * step)


def _page(visit: Visit, desk: Desk, application_id: ApplicationId, words: DeskWords) -> bytes:
    """Tree and evidence of one applicant as JSON; made once for as long as one reads at the same place."""
    plan, code = desk.plan, desk_state.category()
    key = (plan.plan_id, plan.revision, plan.snapshot_id, application_id, code, visit.language)
    return state.kept_page(key, lambda: orjson.dumps(_page_data(visit, desk, application_id, words)))


def _page_data(visit: Visit, desk: Desk, application_id: ApplicationId, words: DeskWords) -> dict[str, Any]:
    code = desk_state.category()
    tree = load_tree(visit.access, desk.plan, application_id)
    with gathered_parts() as parts:
        draw_evidence(visit, desk, Reading(application_id, code), words=words)
    return {
        "tree": tree_data(tree, (application_id, code), words),
        "stage": stage_data((application_id, code), parts, is_top=True),
    }
