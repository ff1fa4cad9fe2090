"""The next applicant's evidence is kept ready, and only theirs."""

from __future__ import annotations

from app.domain.evidence import ProgrammeCode
from app.workbench import Workbench
from app.workflows import evidence_facts as facts
from app.workflows.evidence_review import open_desk
from app.workflows.reading_ahead import read_ahead
from tests.app.workflows.people import access_of

LOCKED = ProgrammeCode("999101")


def test_next_line_is_kept_ready_while_this_one_is_read(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = open_desk(access, LOCKED)
    assert desk is not None
    facts.courses_of.cache_clear()
    read_ahead(access, desk, desk.lines[0].application_id)
    workbench.aside.finish()
    snapshot = workbench.snapshot(desk.plan.snapshot_id)
    before = facts.courses_of.cache_info()
    facts.courses_of(snapshot, desk.lines[1].application_id)
    after = facts.courses_of.cache_info()
    assert (after.hits - before.hits, before.currsize) == (1, 1)


def test_last_line_has_nothing_to_be_read_ahead(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = open_desk(access, LOCKED)
    assert desk is not None
    facts.courses_of.cache_clear()
    read_ahead(access, desk, desk.lines[-1].application_id)
    workbench.aside.finish()
    assert facts.courses_of.cache_info().currsize == 0
