"""Plans who applies where and how: persons, the programmes they chose, and the mode of each item."""

import random
from dataclasses import dataclass, replace

from pipelines.synthesis.banks import load_words
from pipelines.synthesis.names import invent_name
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
    return [(school, plan) for school in all_schools() for plan in school.plans if plan.curriculum == curriculum]


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
    school, plan = rng.choices(places, weights=[place[0].enrolment**0.7 for place in places])[0]
    return school, plan, track


def _former_school(school: School, plan: Plan, rng: random.Random) -> School | None:
    others = [other for other, taught in _schools_teaching(plan.curriculum) if other != school and plan == taught]
    return rng.choice(others) if others and rng.random() < 0.03 else None


def _person(number: str, programme: Programme, rng: random.Random) -> Person:
    status = rng.choice(_STATUSES)
    school, plan, track = _place(programme, status, rng)
    interest = rng.choice(programme.interests)
    others = sorted(set(load_words("interests.json")) - {interest})
    former = _former_school(school, plan, rng)
    return Person(
        number=number,
        name=invent_name(status, rng),
        status=status,
        low_income=rng.random() < 0.07,
        school=school,
        plan=plan,
        track=track,
        entry_year=_CURRENT_ENTRY_YEAR - 1 if former is None and rng.random() < 0.04 else _CURRENT_ENTRY_YEAR,
        former_school=former,
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
    persons = {second.person.number: first.person for second, first in pairs}
    return [
        replace(item, person=persons[item.person.number])
        if item.programme is CHINESE and item.person.number in persons
        else item
        for item in applications
    ]


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
    return _with_double_applicants(applications, seed)
