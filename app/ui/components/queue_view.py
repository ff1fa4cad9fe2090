"""The desk as its reviewer has arranged it: filtered, narrowed to what was found, and with what is new marked."""

from __future__ import annotations

from dataclasses import replace

from app.ui.state import queue, search
from app.ui.visit import Visit
from app.workflows.applicant_filter import Marks, sift
from app.workflows.desk_views import Desk
from app.workflows.new_evidence import load_renewals


def arranged(visit: Visit, desk: Desk) -> Desk:
    """The same desk with the own filter and with the news of every line; nobody is taken off it."""
    renewed = load_renewals(visit.access, desk)
    wanted = queue.wanted(desk.plan.plan_id)
    search.enter(desk.plan.plan_id)
    if wanted.is_empty and not search.is_narrowed():
        return replace(desk, renewed=renewed)
    kept = sift(desk.lines, wanted, Marks(queue.drafted(), renewed))
    ids = frozenset(line.application_id for line in kept)
    return replace(
        desk, renewed=renewed, kept=ids.intersection(search.found_ids()) if search.is_narrowed() else ids
    )
