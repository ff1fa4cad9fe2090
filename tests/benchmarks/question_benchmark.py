"""How long the desk waits for its questions over 60,000 applications, beside a bare select of one application.

The first is one applicant with distributions and syllabi, the second one category over a programme of a
thousand, the third a keyword over all texts of such a programme, the fourth a keyword with a condition of a course.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import duckdb

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SnapshotId
from app.domain.folding import fold
from app.domain.search_hits import CourseName, ItemModes, Scope, SoughtCourse, SoughtWord, SoughtWords
from app.domain.search_terms import Bounds
from app.evidence import questions
from app.evidence.snapshot import LOCKED_CONFIG, EvidenceSnapshot, open_snapshot
from app.workflows.keyword_hits import AMONG_OTHERS, SHOWN_APPLICANTS
from pipelines.build import build_snapshot
from pipelines.snapshot import snapshot_path
from pipelines.synthesis import write_sample
from tests.benchmarks.inflated_snapshot import INFLATED_ID, inflate_snapshot

SAMPLE = 500
PROGRAMME_SIZE = 1000
WARM_UP = 3
CATEGORIES = (
    "activity.competition",
    "course_group.g.1.01.01",
    "course_outcome",
    "document.personal_statement",
)
KEYWORDS = ("機器人", "志工 服務", "程式設計", "找不到的字")
AREA = "數學"
COURSE_WORDS = ("數學", "程式設計", "微積分", "專題")
BARE_SELECT = """
    select course_record.* from course_record join application using (application_place)
    where application.application_id = ?
"""
AIMS = {"one applicant": 15, "one category": 50, "one keyword": 100}


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one question."""

    name: str
    milliseconds: Sequence[float]

    @property
    def median(self) -> float:
        return statistics.median(self.milliseconds)

    def line(self, bare: float) -> str:
        """Median, 95th percentile, and how many bare selects that is."""
        ordered = sorted(self.milliseconds)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        aim = f"aim {AIMS[self.name]} ms" if self.name in AIMS else ""
        ratio = f"{self.median / bare:6.1f} x bare"
        return f"{self.name:<16} median {self.median:7.1f} ms   p95 {p95:7.1f} ms   {ratio}   {aim}"


def main() -> None:
    """Make the snapshot unless a folder holds one, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=60_000)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--snapshots", type=Path, help="a folder kept between runs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.snapshots or Path(name) / "inflated"
        if not snapshot_path(folder, INFLATED_ID).is_file():
            _make(Path(name), folder, options.applications)
        snapshot = open_snapshot(folder, SnapshotId(INFLATED_ID))
        for line in measure(snapshot, snapshot_path(folder, INFLATED_ID), options.times):
            print(line, flush=True)


def _make(work: Path, folder: Path, applications: int) -> None:
    write_sample(work / "exports", applicants=SAMPLE, seed=7)
    build_snapshot(work / "exports", work / "small")
    # Two in five applications of the sample are in its first programme.
    largest = PROGRAMME_SIZE * 5 // (2 * SAMPLE)
    copies = max(1, applications // SAMPLE)
    begun = time.perf_counter()
    made = inflate_snapshot(work / "small", folder, copies=copies, copies_per_programme=largest)
    print(f"{made} applications in {time.perf_counter() - begun:.0f} s", flush=True)


def measure(snapshot: EvidenceSnapshot, path: Path, times: int) -> list[str]:
    """Every question over applications and programmes chosen by chance, warm."""
    programmes = _largest_programmes(snapshot)
    chance = random.Random(3)
    applications = [
        each.application_id
        for programme in programmes
        for each in questions.load_applications(snapshot, programme)
    ]
    size = len(questions.load_applications(snapshot, programmes[0]))
    megabytes = path.stat().st_size / (1 << 20)
    connection = duckdb.connect(str(path), read_only=True, config=LOCKED_CONFIG)

    def bare_select(application_id: ApplicationId) -> object:
        return connection.execute(BARE_SELECT, [application_id]).fetchall()

    bare = _timed("bare select", times, lambda _: bare_select(chance.choice(applications)))
    found = [
        bare,
        _timed("one applicant", times, lambda _: _applicant(snapshot, chance.choice(applications))),
        _timed("one category", times, lambda place: _category(snapshot, chance.choice(programmes), place)),
        _timed("one keyword", times, lambda place: _keyword(snapshot, chance.choice(programmes), place)),
        _timed(
            "word and grade", times, lambda place: _with_grade(snapshot, chance.choice(programmes), place)
        ),
    ]
    heading = f"file {megabytes:.0f} MiB, programmes of {size}"
    return [heading, *(timing.line(bare.median) for timing in found)]


def _timed(name: str, times: int, ask: Callable[[int], object]) -> Timing:
    milliseconds = []
    for place in range(WARM_UP + times):
        begun = time.perf_counter()
        ask(place)
        milliseconds.append((time.perf_counter() - begun) * 1000)
    return Timing(name, milliseconds[WARM_UP:])


def _applicant(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> None:
    records = questions.load_course_records(snapshot, application_id)
    questions.load_semester_standings(snapshot, application_id)
    linked = [record.syllabus_id for record in records if record.syllabus_id is not None]
    for syllabus_id in linked[:1]:
        questions.load_syllabus(snapshot, syllabus_id)


def _category(snapshot: EvidenceSnapshot, programme: ProgrammeCode, place: int) -> None:
    category = CategoryCode(CATEGORIES[place % len(CATEGORIES)])
    questions.load_category_rows(snapshot, programme, category_code=category)


def _keyword(snapshot: EvidenceSnapshot, programme: ProgrammeCode, place: int) -> None:
    """Count over the programme, then the texts of the applicants that are listed first."""
    words = tuple(SoughtWord(fold(word)) for word in KEYWORDS[place % len(KEYWORDS)].split())
    places = [(each.application_place, each.application_id) for each in _places(snapshot, programme)]
    counts = questions.count_texts(snapshot, Scope(tuple(places)), SoughtWords(words))
    found = {each.application_id for each in counts}
    listed = tuple(each for each in places if each[1] in found)[:SHOWN_APPLICANTS]
    questions.load_text_hits(snapshot, Scope(listed), SoughtWords(words), most=AMONG_OTHERS)


def _with_grade(snapshot: EvidenceSnapshot, programme: ProgrammeCode, place: int) -> None:
    """A word and a grade of 90 or more in mathematics: a course of both is one, so its name is asked with its grade."""
    word = fold(COURSE_WORDS[place % len(COURSE_WORDS)])
    words = SoughtWords((SoughtWord(word),), leaves_courses=True)
    names = _names(snapshot, programme)
    courses = (
        SoughtCourse(tuple(each for each in names if word in fold(each.subject))),
        SoughtCourse(
            tuple(each for each in names if AREA in each.learning_area_name),
            grade=Bounds(at_least=Decimal(90)),
        ),
    )
    places = [(each.application_place, each.application_id) for each in _places(snapshot, programme)]
    scope = Scope(tuple(places))
    counts = questions.count_texts(snapshot, scope, words) + questions.count_courses(snapshot, scope, courses)
    found = {each.application_id for each in counts}
    listed = Scope(tuple(each for each in places if each[1] in found)[:SHOWN_APPLICANTS])
    questions.load_text_hits(snapshot, listed, words, most=AMONG_OTHERS)
    questions.load_course_hits(snapshot, listed, courses, most=AMONG_OTHERS)


@cache
def _names(snapshot: EvidenceSnapshot, programme: ProgrammeCode) -> tuple[CourseName, ...]:
    return questions.load_course_names(snapshot, programme)


@cache
def _places(snapshot: EvidenceSnapshot, programme: ProgrammeCode) -> tuple[ItemModes, ...]:
    """Kept by the workbench as well: a snapshot never changes."""
    return questions.load_item_modes(snapshot, programme)


def _largest_programmes(snapshot: EvidenceSnapshot) -> list[ProgrammeCode]:
    # The inflated list names a programme once a copy.
    codes = {each.programme_code for each in questions.load_programmes(snapshot)}
    sizes = {code: len(questions.load_applications(snapshot, code)) for code in sorted(codes)}
    return sorted(sizes, key=lambda code: -sizes[code])[:8]


if __name__ == "__main__":
    main()
