"""Everything handed over: lists first, then every applicant folder, each file once."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.errors import UnreadableExports
from pipelines.exports.applicant_folder import FolderTask
from pipelines.exports.class_groups import read_class_groups
from pipelines.exports.course_code_lists import read_course_code_lists
from pipelines.exports.deliveries import Delivery, list_deliveries
from pipelines.exports.folder_batches import BatchResult, read_batches
from pipelines.exports.folders import ApplicantFolder, ExportLayout, FolderKey, lay_out
from pipelines.exports.inventory import ListedFile
from pipelines.exports.keys import make_key
from pipelines.exports.match_truth import read_match_truth
from pipelines.exports.parse_cache import ParseCache, open_parse_cache
from pipelines.exports.programmes import Programme, add_programme, complete_programme, read_programmes
from pipelines.exports.reading import Application, Progress, Reading
from pipelines.exports.school_list import read_school_lists, refuse_reference_lists
from pipelines.exports.syllabi import read_syllabi
from pipelines.exports.syllabus_aliases import read_syllabus_aliases

PROGRESS_STEP = "read applicant folders"
LIST_RULES = {
    "programme_list": "programme_list_missing",
    "course_code_list": "course_code_list_missing",
    "syllabus_list": "syllabus_list_missing",
}
ROSTER_ROLE = "roster"
ALIAS_ROLE = "syllabus_alias_list"


@dataclass
class Handover:
    """What was read of all deliveries: lists in memory, applicant folders in files of batches."""

    deliveries: list[Delivery]
    reading: Reading
    place: Path
    """The first delivery, for messages."""
    workers: int
    folders: list[tuple[int, int, Application]] = field(default_factory=list)
    """Number of each folder, its delivery, and the application it belongs to."""
    batches: list[BatchResult] = field(default_factory=list)
    cache: ParseCache = field(default_factory=lambda: ParseCache(None))
    rosters: list[ListedFile] = field(default_factory=list)
    replaced: list[tuple[str, ListedFile, ListedFile]] = field(default_factory=list)
    """Role, list, and the list of a later delivery that counts instead."""

    @property
    def packs(self) -> list[Path]:
        """Where the rows are, in the order of their numbers."""
        return [*self.cache.packs, *self.new_packs]

    @property
    def new_packs(self) -> list[Path]:
        return [batch.pack for batch in self.batches if batch.pack is not None]


def read_handover(
    exports: Sequence[Path],
    work: Path,
    *,
    snapshots: Path | None,
    workers: int | None = None,
    aliases: Path | None = None,
    progress: Progress | None = None,
) -> Handover:
    """Read all deliveries in order of arrival; files of this build go to ``work``.

    Without ``snapshots`` nothing is kept for the next build. Raises UnreadableExports without any applicant or roster.
    """
    reading = Reading()
    deliveries = list_deliveries(exports, work, reading.problems)
    layout = lay_out(listed for delivery in deliveries for listed in delivery.files)
    if aliases is not None:
        # What was said last counts, and this file was named for this build.
        listed = ListedFile(str(aliases), (aliases.name,), aliases.name, len(deliveries))
        layout.lists.setdefault(ALIAS_ROLE, []).append(listed)
    if not layout.applicant_folders and not layout.lists.get(ROSTER_ROLE):
        raise UnreadableExports(exports[0], "no applicant folder")
    programmes = _read_lists(layout, reading)
    handover = Handover(deliveries, reading, exports[0], _workers(workers))
    handover.rosters = layout.lists.get(ROSTER_ROLE, [])
    handover.replaced = layout.replaced
    handover.cache = open_parse_cache(snapshots, work)
    tasks = _tasks(layout.applicant_folders, programmes, handover)
    handover.batches = read_batches(
        tasks,
        handover.cache.packs,
        work=work,
        workers=handover.workers,
        tell=_byte_progress(progress, tasks),
    )
    return handover


def _workers(wanted: int | None) -> int:
    """No more than there are cores this process may use."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, wanted or cores))


def _byte_progress(progress: Progress | None, tasks: Sequence[FolderTask]) -> Callable[[int], None]:
    """Folders differ by a hundred times in size, so that their number says little of the time left."""
    if progress is None:
        return lambda _done: None
    total = sum(_size_of(listed) for task in tasks for listed in task.files)

    def tell(done: int) -> None:
        progress(PROGRESS_STEP, done, total)

    tell(0)
    return tell


def _size_of(listed: ListedFile) -> int:
    """A file that has gone meanwhile stops the build when it is its turn."""
    try:
        return os.stat(listed.path).st_size  # noqa: PTH116
    except OSError:
        return 0


def _read_lists(layout: ExportLayout, reading: Reading) -> dict[str, Programme]:
    for role, rule in LIST_RULES.items():
        if not layout.lists.get(role):
            reading.report(rule, None)
    known_codes = frozenset(code for folder in layout.applicant_folders for code in folder.key[:2])
    programmes = read_programmes(layout.lists.get("programme_list", []), reading, known_codes=known_codes)
    read_course_code_lists(layout.lists.get("course_code_list", []), reading)
    read_syllabi(layout.lists.get("syllabus_list", []), reading)
    read_class_groups(layout.lists.get("class_group_list", []), reading)
    read_school_lists(layout.lists.get("school_list", []), reading)
    refuse_reference_lists(layout.lists.get("reference_list", []), reading)
    read_syllabus_aliases(layout.lists.get(ALIAS_ROLE, []), reading)
    read_match_truth(layout.lists.get("match_truth", []), reading)
    # Scores of people are no evidence: what counts beside the review is imported by the app, with who and when.
    for role in ("synthetic_note", "planted_defects", "other_result"):
        for listed in layout.lists.get(role, []):
            reading.open(listed, role)
    for listed in layout.unrecognised:
        source, _ = reading.open(listed, "unrecognised")
        reading.report("unrecognised_file", source)
    return programmes


def _tasks(
    folders: list[ApplicantFolder], programmes: dict[str, Programme], handover: Handover
) -> list[FolderTask]:
    """One task a folder, and the applications entered; programmes of folders join those of the list."""
    published: dict[str, Programme] = dict(programmes)
    tasks: list[FolderTask] = []
    for number, folder in enumerate(folders):
        university_code, programme_code, _ = folder.key
        if programme_code not in published:
            published[programme_code] = complete_programme(programmes, programme_code, university_code)
        application = _application(folder.key, published[programme_code])
        handover.folders.append((number, folder.delivery_number, application))
        tasks.append(FolderTask(number, application.application_id, folder.depth, folder.files))
    for programme in published.values():
        add_programme(programme, handover.reading)
    return tasks


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
