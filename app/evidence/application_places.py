"""Where applications stand: tables are laid out by a number counted through the programmes, read once for all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.evidence import ApplicationId, ProgrammeCode


class PlaceRange(NamedTuple):
    """The first and last place of a programme's applications, which lie together."""

    first_place: int
    last_place: int


NOWHERE = PlaceRange(0, -1)
"""Of a programme nobody applied to: no place lies between."""


@dataclass(frozen=True)
class ApplicationPlaces:
    """A key costs a look into a dictionary here; the database would compare it with every other key."""

    by_application: Mapping[ApplicationId, int]
    by_programme: Mapping[ProgrammeCode, PlaceRange]
    ranges: tuple[PlaceRange, ...]

    def of_programme(self, programme_code: ProgrammeCode) -> PlaceRange:
        """The places of a programme."""
        return self.by_programme.get(programme_code, NOWHERE)

    def around(self, application_id: ApplicationId) -> PlaceRange:
        """The places of the programme an application belongs to."""
        place = self.by_application.get(application_id)
        if place is None:
            return NOWHERE
        return self.ranges[bisect_right(self.ranges, place, key=lambda each: each.first_place) - 1]


def build_places(rows: Iterable[tuple[ApplicationId, ProgrammeCode, int]]) -> ApplicationPlaces:
    """From every application with its programme and place, in the order of places."""
    by_application: dict[ApplicationId, int] = {}
    by_programme: dict[ProgrammeCode, PlaceRange] = {}
    for application_id, programme_code, place in rows:
        first = by_programme.get(programme_code, PlaceRange(place, place)).first_place
        by_application[application_id] = place
        by_programme[programme_code] = PlaceRange(first, place)
    return ApplicationPlaces(by_application, by_programme, tuple(sorted(by_programme.values())))
