"""Questions over a snapshot that the pipeline itself built: answers must agree with each other and with the files."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest

from app.domain.evidence import ApplicationId, EvidenceFile, GradeDistribution
from app.domain.folding import fold
from app.domain.search_hits import Scope, SoughtWord, SoughtWords
from app.evidence.questions import (
    find_file,
    load_activity_records,
    load_application_tree,
    load_applications,
    load_category_rows,
    load_co_choice,
    load_competency_cover,
    load_course_outcomes,
    load_course_records,
    load_documents,
    load_item_modes,
    load_mode_counts,
    load_profile,
    load_programme_tree,
    load_programmes,
    load_review_items,
    load_source_ledger,
    load_syllabus,
    load_text_hits,
    load_unlinked_files,
    load_uptake,
)
from app.evidence.snapshot import EvidenceSnapshot, find_current_snapshot, open_snapshot
from pipelines.build import build_snapshot
from pipelines.synthesis import write_sample

APPLICANTS = 24


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EvidenceSnapshot]:
    """A real snapshot of a small synthetic cohort."""
    exports = tmp_path_factory.mktemp("exports") / "sample"
    snapshots = tmp_path_factory.mktemp("snapshots")
    write_sample(exports, applicants=APPLICANTS, seed=7)
    report = build_snapshot(exports, snapshots)
    assert report.failed_checks == ()
    current = find_current_snapshot(snapshots)
    assert current is not None
    opened = open_snapshot(snapshots, current)
    yield opened
    opened.close()


def _applications(snapshot: EvidenceSnapshot) -> list[ApplicationId]:
    return [
        each.application_id
        for programme in load_programmes(snapshot)
        for each in load_applications(snapshot, programme.programme_code)
    ]


def _entries(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> Counter[str]:
    codes = [
        f"course_group.{each.course_group_code}" for each in load_course_records(snapshot, application_id)
    ]
    codes += [each.category_code for each in load_activity_records(snapshot, application_id)]
    codes += ["course_outcome" for _ in load_course_outcomes(snapshot, application_id)]
    codes += [each.category_code for each in load_documents(snapshot, application_id)]
    codes += ["attachment.unlinked" for _ in load_unlinked_files(snapshot, application_id)]
    return Counter(codes)


def _files(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> list[EvidenceFile]:
    outcomes = load_course_outcomes(snapshot, application_id)
    activities = load_activity_records(snapshot, application_id)
    links = [
        link for files in (*(o.files for o in outcomes), *(a.files for a in activities)) for link in files
    ]
    linked = [link.file for link in links if link.file]
    documents = [each.file for each in load_documents(snapshot, application_id)]
    return [*linked, *documents, *load_unlinked_files(snapshot, application_id)]


def _standing(distribution: GradeDistribution, grade: Decimal) -> Decimal | None:
    if not distribution.population:
        return None
    low = min(int(grade), 99)
    passed = Fraction(grade) - low
    above = sum(distribution.grade_bins[low + 1 :]) + (1 - passed) * distribution.grade_bins[low]
    percent = Decimal((above / distribution.population * 1000).__floor__()) / 10
    rest = above / distribution.population * 100 - Fraction(percent)
    return percent + (Decimal("0.1") if rest >= Fraction(1, 20) else 0)


def test_every_application_has_a_profile(snapshot: EvidenceSnapshot) -> None:
    found = [load_profile(snapshot, each).summary.application_id for each in _applications(snapshot)]
    assert found == _applications(snapshot)
    assert sum(count.applications for count in load_mode_counts(snapshot)) == len(found)


def test_tree_counts_are_the_entries_that_can_be_opened(snapshot: EvidenceSnapshot) -> None:
    for application_id in _applications(snapshot):
        nodes = load_application_tree(snapshot, application_id)
        counted = Counter(
            {node.category_code: node.count for node in nodes if node.category_code != "profile"}
        )
        assert +counted == _entries(snapshot, application_id)


def test_programme_tree_counts_are_the_filled_rows_of_each_category(snapshot: EvidenceSnapshot) -> None:
    for programme in load_programmes(snapshot):
        code = programme.programme_code
        for node in load_programme_tree(snapshot, code):
            rows = load_category_rows(snapshot, code, category_code=node.category_code)
            assert (node.category_code, sum(row.entries > 0 for row in rows)) == (
                node.category_code,
                node.count,
            )


def test_every_programme_has_review_items(snapshot: EvidenceSnapshot) -> None:
    for programme in load_programmes(snapshot):
        items = load_review_items(
            snapshot, programme.admission_channel, admission_year=programme.admission_year
        )
        assert items[0].item_code == "A"


def test_standings_follow_from_the_distribution(snapshot: EvidenceSnapshot) -> None:
    compared = 0
    for application_id in _applications(snapshot):
        for record in load_course_records(snapshot, application_id):
            if record.distribution is not None and record.grade is not None:
                expected = _standing(record.distribution, record.grade)
                assert (record.standing.percent if record.standing else None) == expected
                compared += 1
    assert compared > 100


def test_files_can_be_opened_and_are_what_they_say(snapshot: EvidenceSnapshot) -> None:
    opened = 0
    for application_id in _applications(snapshot):
        for file in _files(snapshot, application_id):
            assert find_file(snapshot, file.file_key) == file
            content = snapshot.file_path(file.sha256).read_bytes()
            assert (len(content), hashlib.sha256(content).hexdigest()) == (file.byte_size, file.sha256)
            opened += 1
    assert opened > APPLICANTS


def test_syllabi_of_matched_courses_have_weeks(snapshot: EvidenceSnapshot) -> None:
    keys = {
        record.syllabus_id
        for application_id in _applications(snapshot)
        for record in load_course_records(snapshot, application_id)
        if record.syllabus_id is not None
    }
    assert keys
    assert all(load_syllabus(snapshot, key).weeks[0].topic for key in keys)


def test_own_subject_is_found_in_the_own_texts(snapshot: EvidenceSnapshot) -> None:
    for programme in load_programmes(snapshot):
        for place in load_item_modes(snapshot, programme.programme_code):
            scope = Scope(((place.application_place, place.application_id),))
            for record in load_course_records(snapshot, place.application_id)[:2]:
                sought = SoughtWords((SoughtWord(fold(record.subject)),))
                hits = load_text_hits(snapshot, scope, sought, most=99)
                assert record.record_id in {hit.entry_id for hit in hits}


def test_ledger_adds_up(snapshot: EvidenceSnapshot) -> None:
    for line in load_source_ledger(snapshot):
        assert (line.file_role, line.rows_read) == (line.file_role, line.rows_published + line.rows_set_aside)


def test_research_tables_hold_no_person(snapshot: EvidenceSnapshot) -> None:
    persons = set(_applications(snapshot))
    for programme in load_programmes(snapshot):
        for each in load_applications(snapshot, programme.programme_code):
            persons |= {ApplicationId(each.applicant_id), ApplicationId(each.name)}
    rows = (
        *load_uptake(snapshot, by="subject", split="programme"),
        *load_co_choice(snapshot),
        *load_competency_cover(snapshot),
    )
    assert rows
    assert not {value for row in rows for value in vars(row).values()} & persons
