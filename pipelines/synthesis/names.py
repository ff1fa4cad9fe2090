"""Invents personal names, a few of them with characters that break careless software."""

import random

from pipelines.synthesis.banks import load_words

RARE_CHARACTERS = "𠮷堃喆㛢𤧟瑈㻇𨧤"


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_words("names.json")
    return words


def _given(rng: random.Random) -> str:
    words = _words()
    return rng.choice(words["first"]) + rng.choice(words["second"])


def _indigenous(rng: random.Random) -> str:
    words = _words()
    dot = rng.choice("‧·")
    return f"{rng.choice(words['indigenous'])}{dot}{rng.choice(words['indigenous_family'])}"


def invent_name(status: str, rng: random.Random) -> str:
    """Mostly three characters; two, four and indigenous ones in plausible shares."""
    words = _words()
    if status == "原住民生" and rng.random() < 0.5:
        return _indigenous(rng)
    surname, form = rng.choice(words["surname"]), rng.random()
    if form < 0.05:
        return surname + rng.choice(words["second"])
    if form < 0.08:
        return rng.choice(words["double_surname"]) + _given(rng)
    return surname + _given(rng)


def invent_rare_name(rng: random.Random) -> str:
    words = _words()
    return rng.choice(words["surname"]) + rng.choice(words["first"]) + rng.choice(RARE_CHARACTERS)


def has_rare_character(name: str) -> bool:
    return any(character in RARE_CHARACTERS for character in name)
