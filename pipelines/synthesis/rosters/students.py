"""The students of the cohort as columns: where they are in each term, and how able they are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipelines.synthesis.rosters.schools import RosterSchool

Ints = npt.NDArray[np.int64]
Words64 = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]

TERMS = 6
TRANSFER_TERM = 2
_TRANSFER_SHARE = 0.004
_REPEAT_SHARE = 0.003
_HEX = np.frombuffer(b"".join(f"{value:02x}".encode() for value in range(256)), dtype="S2")


@dataclass(frozen=True)
class Students:
    """``school`` and ``plan`` have one column for terms 0–1 and one for terms 2–5; ``repeats`` is the year
    (1 or 2) that a student spends on the courses of the year before, or 0."""

    number: Words64
    school: Ints
    plan: Ints
    ability: Floats
    repeats: Ints
    seat: Ints

    def at(self, term: int) -> tuple[Ints, Ints]:
        """(school, plan) of every student in ``term``."""
        half = 0 if term < TRANSFER_TERM else 1
        return self.school[:, half], self.plan[:, half]

    def has_moved(self) -> npt.NDArray[np.bool_]:
        moved: npt.NDArray[np.bool_] = self.school[:, 0] != self.school[:, 1]
        return moved


def mix(*numbers: "Words64 | Ints | int") -> Words64:
    """A well stirred 64-bit number per row: the same row gives the same number wherever it is asked for."""
    stirred = np.zeros(1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for number in numbers:
            stirred = (stirred ^ np.asarray(number).astype(np.uint64)) + np.uint64(0x9E3779B97F4A7C15)
            stirred = (stirred ^ (stirred >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            stirred = (stirred ^ (stirred >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            stirred = stirred ^ (stirred >> np.uint64(31))
    return stirred


def share(stirred: Words64) -> Floats:
    """Between 0 and 1."""
    return (stirred >> np.uint64(11)).astype(np.float64) / float(1 << 53)


def bell(stirred: Words64) -> Floats:
    """About normal: the sum of four 16-bit parts."""
    parts = stirred.view(np.uint16).reshape(len(stirred), 4).astype(np.float64)
    scaled: Floats = (parts.sum(axis=1) / 65535 - 2) * np.sqrt(3)
    return scaled


def hashed_ids(numbers: Words64) -> pa.StringArray:
    """Sixteen hexadecimal characters each, as research copies carry in place of the identity number."""
    pairs = _HEX[numbers.astype(">u8").view(np.uint8)]
    return pa.array(pairs.view("S16"), pa.binary()).cast(pa.string())


def _moved(
    homes: Ints, plans: Ints, *, schools: Sequence[RosterSchool], rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Schools and plans from the second year on; transfers stay within one type of school."""
    types = np.array([school.school_type if not school.is_test else "" for school in schools])
    after, plans_after = homes.copy(), plans.copy()
    movers = rng.choice(len(homes), max(2, int(len(homes) * _TRANSFER_SHARE)), replace=False)
    for student in np.sort(movers):
        others = np.flatnonzero((types == types[homes[student]]) & (types != ""))
        others = others[others != homes[student]]
        if len(others):
            after[student] = rng.choice(others)
            plans_after[student] = rng.integers(len(schools[after[student]].plans))
    return after, plans_after


def _repeaters(
    schools: Sequence[RosterSchool], homes: Ints, rng: np.random.Generator
) -> npt.NDArray[np.bool_]:
    """Few, all in day schools; every sample has one of either year if they stay where they are."""
    can = np.array([not (school.is_evening or school.is_test) for school in schools])[homes]
    drawn = rng.random(len(homes)) < _REPEAT_SHARE
    drawn[:8] = True
    repeaters: npt.NDArray[np.bool_] = drawn & can
    return repeaters


def plan_students(schools: Sequence[RosterSchool], seed: int) -> Students:
    rng = np.random.default_rng([seed, 13])
    homes = np.repeat(np.arange(len(schools)), [school.students for school in schools])
    seats = np.concatenate([np.arange(school.students) for school in schools])
    plans = seats % np.array([len(school.plans) for school in schools])[homes]
    after, plans_after = _moved(homes, plans, schools=schools, rng=rng)
    years = np.where(np.arange(len(homes)) % 4 < 2, 1, 2)
    return Students(
        number=mix(seed, 17, np.arange(len(homes))),
        school=np.stack([homes, after], axis=1),
        plan=np.stack([plans, plans_after], axis=1),
        ability=rng.normal(0.0, 1.0, len(homes)),
        repeats=np.where(_repeaters(schools, homes, rng) & (after == homes), years, 0),
        seat=seats,
    )
