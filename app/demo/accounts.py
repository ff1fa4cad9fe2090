"""The people of the demonstration, with one password that everybody knows."""

from __future__ import annotations

from collections.abc import Sequence

from app.demo.texts import round_texts
from app.domain.evidence import ProgrammeCode
from app.domain.people import Person, PersonId, Role
from app.reviews.store import ReviewStore

DEMO_PASSWORD = "demo"
CHAIR = PersonId("demo-chair")
REVIEWER_1 = PersonId("demo-reviewer1")
REVIEWER_2 = PersonId("demo-reviewer2")
REVIEWER_3 = PersonId("demo-reviewer3")
REVIEWER_4 = PersonId("demo-reviewer4")
REVIEWER_5 = PersonId("demo-reviewer5")
OFFICE = PersonId("demo-office")
RESEARCHER = PersonId("demo-researcher")

_PEOPLE = {
    CHAIR: ("chair", Role.CHAIR),
    REVIEWER_1: ("reviewer1", Role.REVIEWER),
    REVIEWER_2: ("reviewer2", Role.REVIEWER),
    REVIEWER_3: ("reviewer3", Role.REVIEWER),
    REVIEWER_4: ("reviewer4", Role.REVIEWER),
    REVIEWER_5: ("reviewer5", Role.REVIEWER),
    OFFICE: ("office", Role.OFFICE),
    RESEARCHER: ("researcher", Role.RESEARCHER),
}


def make_demo_people(programme_codes: frozenset[ProgrammeCode]) -> tuple[Person, ...]:
    """One person a role and five reviewers; chair and reviewers belong to every programme given."""
    return tuple(
        Person(
            person_id=person_id,
            sign_in_name=name,
            display_name=round_texts().people[name],
            role=role,
            programme_codes=programme_codes if role in (Role.CHAIR, Role.REVIEWER) else frozenset(),
        )
        for person_id, (name, role) in _PEOPLE.items()
    )


def demo_accounts(store: ReviewStore) -> Sequence[Person]:
    """The demo people of a store who may sign in, in the order of the demonstration."""
    found = {person.person_id: person for person in store.load_persons() if person.is_active}
    return [found[person_id] for person_id in _PEOPLE if person_id in found]
