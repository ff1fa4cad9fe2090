"""Plans who applies where and how: persons, the programmes they chose, and the mode of each item."""

import random
from dataclasses import dataclass, replace

from pipelines.synthesis.banks import load_words
from pipelines.synthesis.names import invent_name, invent_rare_name
from pipelines.synthesis.programmes import CHINESE, COMPUTING, PROGRAMMES, Programme
from pipelines.synthesis.schools import Plan, School, all_schools
from pipelines.synthesis.seeded import stream

_CURRENT_ENTRY_YEAR = 112
_STATUSES = ("一般生",) * 86 + ("原住民生",) * 6 + ("離島生",) * 4 + ("願景計畫",) * 4
_ITEMS = ("records", "outcomes", "activities")


@dataclass(frozen=True)
class Person:
    number: str
    name: str
    status: str
    low_income: bool
    school: School
    plan: Plan
    track: str
    entry_year: int
    former_school: School | None
    interest: str
    second_interest: str
    ability: float


@dataclass(frozen=True)
class Application:
    """``pdf_items`` holds those of records, outcomes, activities that were uploaded as PDF."""

    person: Person
    programme: Programme
    pdf_items: frozenset[str]

    def is_pdf(self, item: str) -> bool:
        return item in self.pdf_items


def split_counts(applicants: int) -> list[int]:
    """How many of ``applicants`` go to each programme; the last one takes the rounding."""
    counts = [applicants * programme.share_percent // 100 for programme in PROGRAMMES[:-1]]
    return [*counts, applicants - sum(counts)]


def _schools_teaching(curriculum: str) -> list[tuple[School, Plan]]:
    return [
        (school, plan) for school in all_schools() for plan in school.plans if plan.curriculum == curriculum
    ]


def _place(programme: Programme, status: str, rng: random.Random) -> tuple[School, Plan, str]:
    """A school, plan and track; bigger schools send more applicants, islanders come from the islands."""
    curriculum, track = rng.choice(programme.studies)
    places = _schools_teaching(curriculum)
    if track != "*":
        unwanted = "197" if track == "sci" else "198"
        places = [place for place in places if place[1].department != unwanted]
    islands = [place for place in places if place[0].county == "澎湖縣"]
    if status == "離島生" and islands:
        places = islands
    school, plan = rng.choices(places, weights=[place[0].enrolment ** 0.7 for place in places])[0]
    return school, plan, track


def _possible_former_schools(person: Person) -> list[School]:
    taught = _schools_teaching(person.plan.curriculum)
    return [school for school, plan in taught if school != person.school and plan == person.plan]


def _person(number: str, programme: Programme, rng: random.Random) -> Person:
    status = rng.choice(_STATUSES)
    school, plan, track = _place(programme, status, rng)
    interest = rng.choice(programme.interests)
    others = sorted(set(load_words("interests.json")) - {interest})
    return Person(
        number=number,
        name=invent_name(status, rng),
        status=status,
        low_income=rng.random() < 0.07,
        school=school,
        plan=plan,
        track=track,
        entry_year=_CURRENT_ENTRY_YEAR - (rng.random() < 0.04),
        former_school=None,
        interest=interest,
        second_interest=rng.choice(others),
        ability=rng.gauss(0.45, 0.85),
    )


def _modes(count: int, rng: random.Random) -> list[frozenset[str]]:
    """About 30 % PDF only and 8 % mixed, in random order."""
    pdf_only = [frozenset(_ITEMS)] * round(count * 0.30)
    mixed = [frozenset(rng.sample(_ITEMS, rng.choice((1, 2)))) for _ in range(round(count * 0.08))]
    modes = [*pdf_only, *mixed]
    modes.extend([frozenset()] * (count - len(modes)))
    rng.shuffle(modes)
    return modes


def _with_double_applicants(applications: list[Application], seed: int) -> list[Application]:
    """Lets some applicants of one programme be the same persons as some of the other."""
    rng = stream(seed, "double applicants")
    firsts = [item for item in applications if item.programme is COMPUTING]
    seconds = [item for item in applications if item.programme is CHINESE]
    count = min(8, len(applications) // 12, len(firsts), len(seconds))
    pairs = zip(rng.sample(seconds, count), rng.sample(firsts, count), strict=True)
    doubles = {second.person.number: first.person for second, first in pairs}
    return _with_persons(applications, doubles)


def _with_persons(applications: list[Application], changed: dict[str, Person]) -> list[Application]:
    return [replace(item, person=changed.get(item.person.number, item.person)) for item in applications]


def _persons(applications: list[Application]) -> dict[str, Person]:
    return {item.person.number: item.person for item in applications}


def _with_transfers(applications: list[Application], seed: int) -> list[Application]:
    """About 3 % came from another school after the first year, at least one of them in database mode."""
    rng = stream(seed, "transfers")
    movable = [
        person
        for person in _persons([item for item in applications if not item.is_pdf("records")]).values()
        if person.entry_year == _CURRENT_ENTRY_YEAR and _possible_former_schools(person)
    ]
    movers = rng.sample(movable, min(max(1, len(applications) * 3 // 100), len(movable)))
    moved = {
        person.number: replace(person, former_school=rng.choice(_possible_former_schools(person)))
        for person in movers
    }
    return _with_persons(applications, moved)


def _with_rare_names(applications: list[Application], seed: int) -> list[Application]:
    """About 5 % carry a character that careless software cannot show."""
    rng = stream(seed, "rare names")
    persons = list(_persons(applications).values())
    chosen = rng.sample(persons, max(1, len(applications) // 20))
    renamed = {person.number: replace(person, name=invent_rare_name(rng)) for person in chosen}
    return _with_persons(applications, renamed)


def plan_cohort(applicants: int, seed: int) -> list[Application]:
    """``applicants`` applications, programme by programme."""
    rng = stream(seed, "numbers")
    numbers = iter(rng.sample(range(10_000_000, 100_000_000), applicants))
    applications = []
    for programme, count in zip(PROGRAMMES, split_counts(applicants), strict=True):
        modes = _modes(count, stream(seed, "modes", programme.code))
        for mode in modes:
            number = str(next(numbers))
            person = _person(number, programme, stream(seed, "person", number))
            applications.append(Application(person, programme, mode))
    return _with_rare_names(_with_transfers(_with_double_applicants(applications, seed), seed), seed)
