"""Decides which application receives which defects, evenly and in proportion to the size of the sample."""

from collections import Counter
from collections.abc import Sequence

from pipelines.synthesis.cohort import Application
from pipelines.synthesis.course_records import COURSES
from pipelines.synthesis.defect import Defect
from pipelines.synthesis.defects_in_activities import ACTIVITY_PLANTERS
from pipelines.synthesis.defects_in_files import FILE_PLANTERS
from pipelines.synthesis.defects_in_records import RECORD_PLANTERS
from pipelines.synthesis.draft import PROFILE, RECORDS, Draft
from pipelines.synthesis.names import has_rare_character
from pipelines.synthesis.seeded import stream

PLANTERS = RECORD_PLANTERS | ACTIVITY_PLANTERS | FILE_PLANTERS
# These spoil a whole application, so it carries no other defect.
ALONE = (Defect.TEST_SCHOOL, Defect.RECORDS_MISSING, Defect.JSON_BROKEN)
_OF_PERSON = (Defect.BOOLEAN_ONE_TWO, Defect.BOOLEAN_TRUE_FALSE, Defect.TEST_SCHOOL)
_NEEDS_ACTIVITIES = (*ACTIVITY_PLANTERS, Defect.ATTACHMENT_MISSING, Defect.ATTACHMENT_DISGUISED)
_NEEDS_RECORDS = (*RECORD_PLANTERS, Defect.TEST_SCHOOL, Defect.JSON_BROKEN)
_APPLICATIONS_PER_DEFECT = 80
_APPLICATIONS_PER_ALONE = 300
# In samples too small for every kind, nobody should carry nothing but defects.
_MOST_PER_APPLICATION = 4
_SMALLEST_FOR_ALONE = 24


def _wanted(defect: Defect, applicants: int) -> int:
    if defect in ALONE:
        return 0 if applicants < _SMALLEST_FOR_ALONE else 1 + applicants // _APPLICATIONS_PER_ALONE
    return max(1, round(applicants / _APPLICATIONS_PER_DEFECT))


def _is_suited(application: Application, defect: Defect, *, is_double: bool) -> bool:
    if defect in _OF_PERSON and is_double:
        return False
    if defect in ALONE and application.person.former_school is not None:
        return False
    if defect in _NEEDS_RECORDS and application.is_pdf("records"):
        return False
    return not (defect in _NEEDS_ACTIVITIES and application.is_pdf("activities"))


def schedule_defects(applications: Sequence[Application], seed: int) -> list[list[Defect]]:
    """For each application the defects to plant; those that stand alone are given out first."""
    rng = stream(seed, "defect schedule")
    numbers = Counter(item.person.number for item in applications)
    schedule: list[list[Defect]] = [[] for _ in applications]
    for defect in (*ALONE, *(item for item in PLANTERS if item not in ALONE)):
        suited = [
            index
            for index, item in enumerate(applications)
            if _is_suited(item, defect, is_double=numbers[item.person.number] > 1)
            and len(schedule[index]) < _MOST_PER_APPLICATION
            and not any(other in ALONE for other in schedule[index])
        ]
        rng.shuffle(suited)
        suited.sort(key=lambda index: len(schedule[index]))
        for index in suited[: _wanted(defect, len(applications))]:
            schedule[index].append(defect)
    return schedule


def plant_scheduled(draft: Draft, defects: Sequence[Defect]) -> None:
    """Records what this application carries by nature, then plants what was scheduled, in a fixed order."""
    if not {Defect.RECORDS_MISSING, Defect.JSON_BROKEN} & set(defects):
        _mark_natural_records(draft)
    if has_rare_character(draft.person.name):
        draft.mark_item(Defect.RARE_NAME, PROFILE, note="姓名含罕用字")
    for defect in (item for item in PLANTERS if item in defects):
        PLANTERS[defect](draft)


def _mark_natural_records(draft: Draft) -> None:
    person = draft.person
    if RECORDS not in draft.json:
        return
    if person.former_school is not None:
        note = f"前兩學期的課程代碼屬 {person.former_school.code} {person.former_school.name}"
        draft.mark_item(Defect.TRANSFER_CODES, RECORDS, note=note)
    for index, row in enumerate(draft.json[RECORDS][COURSES]):
        unscored = row["母體人數"] - sum(row["本科目分數級距分布"].values())
        if unscored:
            draft.used.add((COURSES, index))
            note = f"{COURSES}: 母體人數多於各組距總和 {unscored} 人"
            draft.mark_item(Defect.UNSCORED_STUDENTS, RECORDS, row=index, note=note)
