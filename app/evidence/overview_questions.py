"""Questions of 核心資料總覽: what the own class was offered, what arrived in files, and what of it is not shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.course_choice import OfferedCourse
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.evidence.snapshot import EvidenceSnapshot

FLAWS = (
    "superseded",
    "unrecognised_file",
    "counselling_record_present",
    "json_and_pdf",
    "repeated_row",
    "media_broken",
    "media_encrypted",
    "media_too_large",
    "media_gave_up",
    "link_leaves_folder",
    "too_many_outcomes",
    "too_many_activities",
)
"""Rules of the pipeline that set nothing aside and that a reader of the file should know."""


@dataclass(frozen=True)
class ArrivedFiles:
    """Files of one role of one application; rows as the pipeline counted them when it read."""

    file_role: str
    files: int
    files_superseded: int
    rows_read: int
    rows_superseded: int


@dataclass(frozen=True)
class ToldProblem:
    """A rule that a file broke, so many times; what is set aside is not shown anywhere."""

    file_role: str
    file_name: str
    rule: str
    is_set_aside: bool
    count: int


def load_class_offers(snapshot: EvidenceSnapshot, plans: Sequence[str]) -> tuple[OfferedCourse, ...]:
    """Courses of at most two plans: the undivided one and that of the class group; empty without a list of them."""
    if not plans:
        return ()
    params = {"first_plan": plans[0], "second_plan": plans[-1]}
    return tuple(OfferedCourse(*row) for row in snapshot.rows("load_class_offers", params))


def load_learning_areas(snapshot: EvidenceSnapshot) -> Mapping[str, str]:
    """Names of learning areas by code."""
    return dict(snapshot.rows("load_learning_areas"))


def load_arrived_files(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[ApplicationId, tuple[ArrivedFiles, ...]]:
    """Files and rows by application; equal lines are one object, for most applicants hand in the same."""
    lines: dict[ApplicationId, list[ArrivedFiles]] = defaultdict(list)
    met: dict[ArrivedFiles, ArrivedFiles] = {}
    for application_id, *values in snapshot.rows("load_arrived_files", {"programme_code": programme_code}):
        line = ArrivedFiles(*values)
        lines[application_id].append(met.setdefault(line, line))
    return {application_id: tuple(own) for application_id, own in lines.items()}


def load_set_aside(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[ApplicationId, tuple[ToldProblem, ...]]:
    """What is not shown, or shown with a flaw, by application; those without any are left out."""
    problems: dict[ApplicationId, list[ToldProblem]] = defaultdict(list)
    params = {"programme_code": programme_code, "rules": list(FLAWS)}
    for application_id, *values in snapshot.rows("load_set_aside", params):
        problems[application_id].append(ToldProblem(*values))
    return {application_id: tuple(own) for application_id, own in problems.items()}
