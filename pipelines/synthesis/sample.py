"""Writes a whole synthetic export: rosters of programmes, applicants' folders, course lists, and what was planted."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from pipelines.synthesis.cohort import plan_cohort
from pipelines.synthesis.copies import CopyBook, schedule_copies
from pipelines.synthesis.defect import Defect, PlantedDefects, save_planted
from pipelines.synthesis.defect_schedule import ALONE, plant_scheduled, schedule_defects
from pipelines.synthesis.distributions import GradeBook
from pipelines.synthesis.draft import build_draft, write_draft
from pipelines.synthesis.other_results import write_other_results
from pipelines.synthesis.programmes import ACADEMIC_YEAR, PROGRAMMES
from pipelines.synthesis.studies import study_of
from pipelines.synthesis.syllabi import write_course_lists

Progress: TypeAlias = Callable[[str, int, int], None]

_PROGRAMME_HEADER = ("入學管道", "學年度", "學校代碼", "學校名稱", "校系代碼", "校系名稱")


def _write_programmes(out: Path) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_PROGRAMME_HEADER)
    for item in PROGRAMMES:
        row = (item.channel, ACADEMIC_YEAR, item.university_code, item.university_name, item.code, item.name)
        writer.writerow(row)
    (out / "programmes.csv").write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())


def _write_notice(out: Path, applicants: int, seed: int) -> None:
    notice = (
        "SYNTHETIC — 本資料夾全部內容皆為程式產生的合成資料，人物、學校與校系均屬虛構。\n"
        "All content is synthetic; persons, schools and programmes are fictional.\n"
        f"seed={seed}\napplicants={applicants}\n"
    )
    (out / "SYNTHETIC.txt").write_bytes(notice.encode())


def write_sample(
    out: Path, *, applicants: int, seed: int, progress: Progress | None = None
) -> PlantedDefects:
    """Fills ``out`` with ``applicants`` applications; equal arguments write equal bytes.

    ``progress`` is called with a stage name ("plan", "write"), how many are done, and of how many.
    """
    tell = progress or (lambda _stage, _done, _total: None)
    out.mkdir(parents=True, exist_ok=True)
    _write_notice(out, applicants, seed)
    _write_programmes(out)
    planted = write_course_lists(out, seed)
    applications = plan_cohort(applicants, seed)
    persons = {item.person.number: item.person for item in applications}
    studies = {}
    for done, (number, person) in enumerate(persons.items(), start=1):
        studies[number] = study_of(person, seed)
        tell("plan", done, len(persons))
    book = GradeBook(seed)
    book.enter_all((persons[number], study) for number, study in studies.items())
    schedule = schedule_defects(applications, seed)
    # Of a test school nothing is taken, and so there is nobody to have a result.
    taken = [
        item
        for item, defects in zip(applications, schedule, strict=True)
        if Defect.TEST_SCHOOL not in defects
    ]
    write_other_results(out, taken, seed)
    spoilt = [any(defect in ALONE for defect in defects) for defects in schedule]
    copies = CopyBook(schedule_copies(applications, without=spoilt, seed=seed))
    for index, application in enumerate(applications):
        draft = build_draft(application, studies[application.person.number], book=book, seed=seed)
        plant_scheduled(draft, schedule[index])
        copies.visit(index, draft)
        write_draft(draft, out)
        planted.extend(draft.planted)
        tell("write", index + 1, applicants)
    save_planted(out, planted)
    return planted
