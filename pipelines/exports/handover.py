"""The whole export folder: lists first, then every applicant folder, each file once."""

from __future__ import annotations

from pathlib import Path

from pipelines.errors import UnreadableExports
from pipelines.exports.applicant_folder import read_applicant_folder
from pipelines.exports.course_code_lists import read_course_code_lists
from pipelines.exports.folders import ExportLayout, FolderKey, lay_out
from pipelines.exports.inventory import list_files
from pipelines.exports.keys import make_key
from pipelines.exports.programmes import Programme, add_programme, complete_programme, read_programmes
from pipelines.exports.reading import Application, Progress, Reading
from pipelines.exports.syllabi import read_syllabi

BROKEN_RULE = "broken_json"
EVIDENCE_TABLES = (
    "raw_profile",
    "raw_course_record",
    "raw_semester_grade",
    "raw_course_outcome",
    "raw_activity_record",
    "raw_document",
    "raw_attachment",
)
PROGRESS_STEP = "read applicant folders"
LIST_RULES = {
    "programme_list": "programme_list_missing",
    "course_code_list": "course_code_list_missing",
    "syllabus_list": "syllabus_list_missing",
}


def read_exports(exports: Path, *, progress: Progress | None = None) -> Reading:
    """Read everything below the folder; raises UnreadableExports when no applicant can be read."""
    if not exports.is_dir():
        raise UnreadableExports(exports, "no such folder")
    reading = Reading()
    layout = lay_out(list_files(exports, reading.problems))
    if not layout.applicant_folders:
        raise UnreadableExports(exports, "no applicant folder")
    programmes = _read_lists(layout, reading)
    _read_folders(layout, programmes, reading, progress)
    if reading.problems.counts()[BROKEN_RULE] and not any(
        reading.raw.rows[table] for table in EVIDENCE_TABLES
    ):
        raise UnreadableExports(exports, "every file of the applicants is broken")
    return reading


def _read_lists(layout: ExportLayout, reading: Reading) -> dict[str, Programme]:
    for role, rule in LIST_RULES.items():
        if not layout.lists.get(role):
            reading.report(rule, None)
    programmes = read_programmes(layout.lists.get("programme_list", []), reading)
    read_course_code_lists(layout.lists.get("course_code_list", []), reading)
    read_syllabi(layout.lists.get("syllabus_list", []), reading)
    for role in ("synthetic_note", "planted_defects"):
        for listed in layout.lists.get(role, []):
            reading.open(listed, role)
    for listed in layout.unrecognised:
        source, _ = reading.open(listed, "unrecognised")
        reading.report("unrecognised_file", source)
    return programmes


def _read_folders(
    layout: ExportLayout, programmes: dict[str, Programme], reading: Reading, progress: Progress | None
) -> None:
    published: dict[str, Programme] = dict(programmes)
    total = len(layout.applicant_folders)
    for done, (key, listed_files) in enumerate(sorted(layout.applicant_folders.items()), start=1):
        university_code, programme_code, _ = key
        if programme_code not in published:
            published[programme_code] = complete_programme(programmes, programme_code, university_code)
        read_applicant_folder(listed_files, _application(key, published[programme_code]), reading)
        if progress is not None:
            progress(PROGRESS_STEP, done, total)
    for programme in published.values():
        add_programme(programme, reading)


def _application(key: FolderKey, programme: Programme) -> Application:
    """The keys of an application; one number is one person within a channel and year."""
    university_code, programme_code, number = key
    place = (programme.admission_channel, programme.admission_year or "", number)
    return Application(
        application_id=make_key("application", *place, programme_code),
        applicant_id=make_key("applicant", *place),
        programme_code=programme_code,
        university_code=university_code,
        application_number=number,
    )
