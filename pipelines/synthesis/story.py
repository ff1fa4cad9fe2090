"""The facts of one person's school life that all of that person's texts agree on."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipelines.synthesis.banks import load_words
from pipelines.synthesis.cohort import Person
from pipelines.synthesis.seeded import stream
from pipelines.synthesis.studies import Study

SUMMARY_LIMIT = 100


def _shuffled(items: list[Any], rng: random.Random) -> list[Any]:
    return rng.sample(items, len(items))


@dataclass
class Interest:
    """One field of interest with its bank in this person's own order."""

    label: str
    clubs: list[str]
    competitions: list[list[str]]
    self_study: list[str]
    works: list[str]
    others: list[list[str]]
    services: list[list[str]]
    licences: list[list[str]]
    did: Iterator[str]
    learned: Iterator[str]
    spark: str


def _endless(items: list[str], rng: random.Random) -> Iterator[str]:
    while True:
        yield from rng.sample(items, len(items))


def _interest(name: str, rng: random.Random) -> Interest:
    words = load_words("interests.json")[name]
    lists = ("clubs", "competitions", "self_study", "works", "others", "services", "licences")
    return Interest(
        label=words["label"],
        **{key: _shuffled(words[key], rng) for key in lists},
        did=_endless(words["did"], rng),
        learned=_endless(words["learned"], rng),
        spark=words["spark"],
    )


@dataclass
class Story:
    """``rng`` is this story's own stream; telling the same parts in the same order gives the same words."""

    person: Person
    study: Study
    main: Interest
    side: Interest
    rng: random.Random

    def filled(self, sentence: str) -> str:
        """``sentence`` with its small details (a number, a companion) made up."""
        mates = load_words("essays.json")["mates"]
        return sentence.replace("{n}", str(self.rng.randint(3, 48))).replace("{mate}", self.rng.choice(mates))

    def did(self, interest: Interest | None = None) -> str:
        return self.filled(next((interest or self.main).did))

    def learned(self, interest: Interest | None = None) -> str:
        return next((interest or self.main).learned)

    def did_in(self, kind: str, about: str, interest: Interest | None = None) -> str:
        """What happened in an entry of one kind, named ``about``: half of the time told by the interest."""
        if self.rng.random() < 0.4:
            return self.did(interest)
        told: str = self.rng.choice(load_words("entries.json")[kind])
        return self.filled(told).replace("{about}", about)

    def summary(self, interest: Interest | None = None, *, kind: str = "", about: str = "") -> str:
        """What an applicant writes under an entry: never more than 100 characters."""
        did = self.did_in(kind, about, interest) if kind else self.did(interest)
        learned = self.learned(interest)
        texts = (
            f"{did}，{learned}。",
            f"{did}。{learned}，也更願意從頭再試一次。",
            f"{did}；{learned}。",
            f"{learned}。最難忘的是：{did}。",
            f"{did}。",
            f"若重來一次，我會更早開始。{did}；也因此{learned}。",
            f"{did}。回頭看，我{learned}。",
        )
        return self.rng.choice(texts)[:SUMMARY_LIMIT]


def tell_story(person: Person, study: Study, seed: int) -> Story:
    rng = stream(seed, "story", person.number)
    return Story(person, study, _interest(person.interest, rng), _interest(person.second_interest, rng), rng)
