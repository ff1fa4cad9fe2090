"""Problems, modes and ledger of the hand-made snapshot."""

from __future__ import annotations

from app.domain.cohort import LedgerTotal, ModeCount, ProblemCount
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.evidence.questions import (
    load_mode_counts,
    load_problem_counts,
    load_problems,
    load_source_ledger,
)
from app.evidence.snapshot import EvidenceSnapshot
from tests.app.evidence.snapshot_rows import PDF_CONTENT

P1 = ProgrammeCode("P1")
P2 = ProgrammeCode("P2")


def test_problems_set_aside_come_first_then_rare_rules_up_to_the_limit(snapshot: EvidenceSnapshot) -> None:
    rules = [problem.rule for problem in load_problems(snapshot, limit=3)]
    assert rules == ["unreadable_row", "unknown_school", "course_code_character"]
    assert len(load_problems(snapshot)) == 4


def test_problems_of_one_programme_or_application_leave_the_others_out(snapshot: EvidenceSnapshot) -> None:
    assert [each.application_id for each in load_problems(snapshot, programme_code=P2)] == ["B1"]
    own = load_problems(snapshot, application_id=ApplicationId("A1"))
    assert [(each.severity, each.row_position) for each in own] == [("set_aside", 9), ("warn", None)]


def test_problem_counts_put_the_most_frequent_first(snapshot: EvidenceSnapshot) -> None:
    assert load_problem_counts(snapshot) == (
        ProblemCount("course_code_character", "warn", 2),
        ProblemCount("unknown_school", "warn", 1),
        ProblemCount("unreadable_row", "set_aside", 1),
    )
    assert load_problem_counts(snapshot, P2) == (ProblemCount("course_code_character", "warn", 1),)


def test_mode_counts_come_by_programme(snapshot: EvidenceSnapshot) -> None:
    assert load_mode_counts(snapshot) == (
        ModeCount(P1, "database", 2),
        ModeCount(P1, "partial_pdf", 1),
        ModeCount(P1, "pdf", 1),
        ModeCount(P2, "database", 1),
    )


def test_source_ledger_adds_up_rows_by_role(snapshot: EvidenceSnapshot) -> None:
    assert load_source_ledger(snapshot) == (
        LedgerTotal("attachment", 2, 2 * len(PDF_CONTENT), 0, 0, 0),
        LedgerTotal("course_record", 2, 150, 13, 12, 1),
        LedgerTotal("document", 2, 2 * len(PDF_CONTENT), 0, 0, 0),
    )
