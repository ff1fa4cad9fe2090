"""The places of applications: of one, of a programme, around one, and of what nobody knows."""

from __future__ import annotations

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.evidence.application_places import NOWHERE, build_places
from app.evidence.snapshot import EvidenceSnapshot

LAW, MUSIC, ART = (ProgrammeCode(code) for code in ("100001", "100002", "100003"))
ROWS = [
    *((ApplicationId(f"law-{place}"), LAW, place) for place in (1, 2, 3)),
    (ApplicationId("music-4"), MUSIC, 4),
    *((ApplicationId(f"art-{place}"), ART, place) for place in (5, 6)),
]


def test_every_application_has_its_place() -> None:
    places = build_places(ROWS)
    assert [places.by_application[key] for key, _, _ in ROWS] == [1, 2, 3, 4, 5, 6]


def test_a_programme_lies_between_its_first_and_last_place() -> None:
    places = build_places(ROWS)
    assert [places.of_programme(code) for code in (LAW, MUSIC, ART)] == [(1, 3), (4, 4), (5, 6)]


def test_around_every_application_lies_its_own_programme() -> None:
    places = build_places(ROWS)
    assert [places.around(key) for key, _, _ in ROWS] == [places.of_programme(code) for _, code, _ in ROWS]


def test_what_nobody_knows_lies_nowhere() -> None:
    places = build_places(ROWS)
    unknown = places.of_programme(ProgrammeCode("999999")), places.around(ApplicationId("nobody"))
    assert unknown == (NOWHERE, NOWHERE)


def test_without_applications_there_are_no_places() -> None:
    assert build_places([]).around(ApplicationId("nobody")) == NOWHERE


def test_a_snapshot_keeps_its_places(snapshot: EvidenceSnapshot) -> None:
    rows = snapshot.rows("load_application_places")
    assert snapshot.places.by_application == {key: place for key, _, place in rows}
    assert len(rows) > 1


def test_a_question_about_an_unknown_application_has_no_rows(snapshot: EvidenceSnapshot) -> None:
    assert snapshot.rows_of("load_documents", ApplicationId("nobody")) == []
