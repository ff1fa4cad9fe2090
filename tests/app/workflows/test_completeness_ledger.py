"""The completeness ledger adds up for every applicant, whatever is wrong with the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from app.domain.completeness import LedgerLine, LedgerState
from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SnapshotId
from app.evidence.questions import load_programmes
from app.evidence.snapshot import EvidenceSnapshot, database_path, open_snapshot
from app.reviews.store import ItemChoice
from app.workbench import Workbench
from app.workflows import evidence_facts as facts
from app.workflows.completeness_ledger import asked_categories, build_ledger
from pipelines.build import build_snapshot
from tests.app.workflows.people import access_of
from tests.pipelines.handmade import NUMBER, PDF, PNG, PROGRAMME, Exports, course, profile, semester

EVERYTHING = frozenset(
    CategoryCode(f"document.{kind}")
    for kind in (
        "course_record",
        "course_outcome",
        "activity_record",
        "personal_statement",
        "activity_reflection",
        "other_document",
        "sixth_semester_transcript",
    )
)
NOT_IN_THE_LEDGER = ("index",)
"""The list of files that comes with every folder: no evidence, and no row of it is shown anywhere."""
LINKS_LOST = """
    select application_id, count(*) from attachment
    where owner_id is not null and file_id is null group by application_id
"""
FILES_READ = """
    select application_id, file_role,
        sum(case when file_role in ('unrecognised', 'counselling') then 1 else rows_read end)::integer
    from source_file where application_id is not null group by all
"""


def ledgers(
    snapshot: EvidenceSnapshot, asked: frozenset[CategoryCode] = EVERYTHING
) -> Iterator[tuple[ApplicationId, tuple[LedgerLine, ...]]]:
    for programme in load_programmes(snapshot):
        for each in facts.applications_of(snapshot, programme.programme_code):
            found = facts.profile_of(snapshot, each.application_id)
            yield each.application_id, build_ledger(snapshot, found, asked=asked)


def read_by_application(path: Path, tmp_path: Path) -> Counter[str]:
    """What the files held, straight from the pipeline's own ledger of files."""
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(path.read_bytes())
    with duckdb.connect(str(copy), read_only=True) as connection:
        read: Counter[str] = Counter(dict(connection.execute(LINKS_LOST).fetchall()))
        for application_id, role, rows in connection.execute(FILES_READ).fetchall():
            if role not in NOT_IN_THE_LEDGER:
                read[application_id] += rows
    return read


def missing_items(lines: tuple[LedgerLine, ...]) -> int:
    return sum(line.not_handed_in for line in lines if line.item != "attachment")


def require_sound(snapshot: EvidenceSnapshot, tmp_path: Path) -> None:
    """Every line balances, and all lines together hold exactly what the files held and what never came."""
    read = read_by_application(database_path(snapshot.folder, snapshot.snapshot_id), tmp_path)
    unsound = []
    for application_id, lines in ledgers(snapshot):
        unsound += [(application_id, line) for line in lines if not line.is_balanced]
        expected = sum(line.expected for line in lines) - missing_items(lines)
        if expected != read[application_id]:
            unsound.append((application_id, lines[0]))
    assert unsound == []


def test_every_applicant_of_the_sample_adds_up(workbench: Workbench, tmp_path: Path) -> None:
    require_sound(workbench.snapshot(workbench.current_snapshot_id()), tmp_path)


def test_planted_defects_are_told_with_file_and_reason(workbench: Workbench) -> None:
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    told: Counter[tuple[str, str, str]] = Counter()
    for _, lines in ledgers(snapshot):
        for line in lines:
            told.update((line.item, each.rule, "aside") for each in line.set_aside)
            told.update((line.item, each.rule, "note") for each in line.notes)
            told.update([(line.item, "", "missing")] * (line.item == "course_record" and line.not_handed_in))
    assert told == {
        ("course_record", "broken_json", "aside"): 1,
        ("course_record", "repeated_row", "note"): 1,
        ("course_record", "", "missing"): 1,
        ("activity_reflection", "media_broken", "note"): 1,
        ("attachment", "attachment_missing", "note"): 1,
    }


def test_pdf_uploads_are_never_blank(workbench: Workbench) -> None:
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    seen = 0
    for application_id, lines in ledgers(snapshot):
        if facts.profile_of(snapshot, application_id).summary.submission_mode != "pdf":
            continue
        seen += 1
        items = [
            line for line in lines if line.item in ("course_record", "course_outcome", "activity_record")
        ]
        assert [line.state for line in items] == [LedgerState.AS_PDF] * 3
        assert all(line.pages and line.category_code == f"document.{line.item}" for line in items)
    assert seen > 0


def damaged(exports: Exports) -> None:
    """One applicant with everything that the sample has nobody for."""
    twice = (semester(), semester(學生學期成績="70"))
    rows = [course(), course(), {"科目名稱": 3}, "nonsense"]
    exports.item("修課紀錄", {"學期成績與學習相對表現資訊": twice, "學習紀錄": rows})
    links = {
        "科目名稱": "數學",
        "課程學習成果文件檔案連結": "附件/a.png",
        "課程學習成果影音檔案連結": "附件/gone.mp4",
    }
    exports.item("課程學習成果", [links, {**links, "課程學習成果影音檔案連結": "../../etc/passwd"}, 7])
    exports.item("多元表現", {"競賽參與紀錄": [{"競賽名稱": "a"}], "沒見過的紀錄": [{"a": 1}, {"b": 2}]})
    for name in ("修課紀錄", "學習歷程自述", "其他"):
        exports.item(f"{name}.pdf", PDF)
    exports.item("多元表現綜整心得.pdf", PDF[:60])
    exports.item("附件/a.png", PNG)
    exports.write(f"999/{PROGRAMME}/{NUMBER}/附件/a.png", PNG)
    exports.write(f"999/{PROGRAMME}/{NUMBER}/附件/alone.png", PNG + b" ")
    exports.write(f"999/{PROGRAMME}/{NUMBER}/notes.xyz", b"what is this")
    exports.item("課程諮詢紀錄", {"a": 1})


@pytest.fixture(scope="module")
def damaged_snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EvidenceSnapshot]:
    folder = tmp_path_factory.mktemp("damaged")
    first = Exports(folder / "exports")
    first.item("基本資料", profile())
    damaged(first)
    empty, broken = "10000002", "10000003"
    first.item("基本資料", profile(編號=empty), number=empty)
    first.item("多元表現", {}, number=empty)
    first.item("基本資料", b"{", number=broken)
    first.item("修課紀錄", b"[[", number=broken)
    first.item("課程學習成果", "no list", number=broken)
    later = Exports(folder / "later")
    later.item("學習歷程自述.pdf", PDF + b" ")
    later.item("多元表現", {"競賽參與紀錄": [{"競賽名稱": "a"}, {"競賽名稱": "b"}, "c"]})
    report = build_snapshot([first.folder, later.folder], folder / "snapshots")
    assert report.snapshot_id is not None, report
    opened = open_snapshot(folder / "snapshots", SnapshotId(report.snapshot_id))
    yield opened
    opened.close()


def test_damaged_deliveries_add_up(damaged_snapshot: EvidenceSnapshot, tmp_path: Path) -> None:
    require_sound(damaged_snapshot, tmp_path)


def test_damaged_deliveries_say_what_became_of_everything(damaged_snapshot: EvidenceSnapshot) -> None:
    found = {
        facts.profile_of(damaged_snapshot, key).summary.application_number: lines
        for key, lines in ledgers(damaged_snapshot)
    }
    told = {
        line.item: (line.expected, line.shown, line.rows_set_aside, line.not_handed_in, line.state.value)
        for line in found[NUMBER]
    }
    assert told == {
        "profile": (1, 1, 0, 0, "complete"),
        "course_record": (6, 4, 2, 0, "partly"),
        "course_outcome": (3, 2, 1, 0, "partly"),
        "activity_record": (6, 2, 4, 0, "partly"),
        "personal_statement": (2, 1, 1, 0, "complete"),
        "activity_reflection": (1, 1, 0, 0, "damaged"),
        "other_document": (2, 2, 0, 0, "complete"),
        "sixth_semester_transcript": (1, 0, 0, 1, "not_handed_in"),
        "attachment": (5, 3, 0, 2, "partly"),
        "other_file": (2, 0, 2, 0, "not_used"),
    }
    assert states(found["10000002"]) == ["complete", "not_handed_in", "not_handed_in", "no_entries"]
    assert states(found["10000003"]) == ["unreadable", "unreadable", "unreadable", "not_handed_in"]


def states(lines: tuple[LedgerLine, ...]) -> list[str]:
    """Of the profile and the three items of the database."""
    return [line.state.value for line in lines[:4]]


def test_every_row_set_aside_is_told_with_its_file_and_rule(damaged_snapshot: EvidenceSnapshot) -> None:
    lines = next(lines for _, lines in ledgers(damaged_snapshot) if lines[-1].item == "other_file")
    told = {(each.rule, each.file_name, each.count) for line in lines for each in line.set_aside}
    assert told == {
        ("repeated_semester", f"{NUMBER}_修課紀錄.json", 1),
        ("row_not_an_object", f"{NUMBER}_修課紀錄.json", 1),
        ("row_not_an_object", f"{NUMBER}_課程學習成果.json", 1),
        ("row_not_an_object", f"{NUMBER}_多元表現.json", 1),
        ("superseded", "", 3),
        ("superseded", "", 1),
        ("counselling_record_present", f"{NUMBER}_課程諮詢紀錄.json", 1),
        ("unrecognised_file", "notes.xyz", 1),
    }


def test_items_that_are_not_considered_are_named_and_not_missed(workbench: Workbench) -> None:
    access, code = access_of(workbench, "reviewer1"), ProgrammeCode("999102")
    snapshot = workbench.snapshot(workbench.current_snapshot_id())
    every = asked_categories(access, snapshot, code)
    assert CategoryCode("document.personal_statement") in every
    stored = workbench.store.find_item_choice(code)
    choice = ItemChoice(
        code, frozenset({"A", "B"}), frozenset({"A"}), True, stored.row_revision if stored else 0
    )
    workbench.store.save_item_choice(
        choice, seen_revision=choice.row_revision, person_id=access.person.person_id, reason="test"
    )
    assert asked_categories(access, snapshot, code) == {
        CategoryCode("course_group"),
        CategoryCode("document.course_record"),
        CategoryCode("document.sixth_semester_transcript"),
    }
