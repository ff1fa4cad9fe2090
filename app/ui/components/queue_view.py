"""The desk as its reviewer has arranged it: filtered, and with what is new marked."""

from __future__ import annotations

from dataclasses import replace

from app.ui.state import queue
from app.ui.visit import Visit
from app.workflows.applicant_filter import Marks, sift
from app.workflows.desk_views import Desk
from app.workflows.new_evidence import load_renewals


def arranged(visit: Visit, desk: Desk) -> Desk:
    """The same desk with the own filter and with the news of every line; nobody is taken off it."""
    renewed = load_renewals(visit.access, desk)
    wanted = queue.wanted(desk.plan.plan_id)
    if wanted.is_empty:
        return replace(desk, renewed=renewed)
    kept = sift(desk.lines, wanted, Marks(queue.drafted(), renewed))
    return replace(desk, renewed=renewed, kept=frozenset(line.application_id for line in kept))
