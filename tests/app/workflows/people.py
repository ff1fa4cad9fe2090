"""The people of the demo round, with their doors."""

from __future__ import annotations

from app.domain.evidence import Programme
from app.domain.people import Person
from app.evidence.questions import load_programmes
from app.workbench import Workbench
from app.workflows.access import Access


def access_of(workbench: Workbench, sign_in_name: str) -> Access:
    """The access of a demo person: chair, reviewer1, reviewer2, office or researcher."""
    return Access(workbench=workbench, person=person_named(workbench, sign_in_name))


def person_named(workbench: Workbench, sign_in_name: str) -> Person:
    """The demo person who signs in with this name."""
    found = workbench.store.find_credentials(sign_in_name)
    assert found is not None
    return found[0]


def programme_of(workbench: Workbench, programme_code: str) -> Programme:
    """A programme of the current snapshot."""
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    return next(each for each in load_programmes(snapshot) if each.programme_code == programme_code)
