"""One application as it will be handed over, still open for defects, and then written out."""

import random
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import orjson

from pipelines.synthesis.activities import build_activities
from pipelines.synthesis.attachments import Attachments, new_attachments
from pipelines.synthesis.cohort import Application, Person
from pipelines.synthesis.course_outcomes import build_outcomes
from pipelines.synthesis.course_records import Document, NumberStyle, build_records
from pipelines.synthesis.defect import Defect, PlantedDefect, PlantedDefects
from pipelines.synthesis.distributions import GradeBook
from pipelines.synthesis.documents import (
    activities_pdf,
    activity_reflection_pdf,
    outcomes_pdf,
    practical_pdf,
    records_pdf,
    statement_pdf,
    supplement_pdf,
    transcript_pdf,
    write_statement,
)
from pipelines.synthesis.pdf_layout import Block
from pipelines.synthesis.seeded import stream
from pipelines.synthesis.story import Story, tell_story
from pipelines.synthesis.studies import Study

PROFILE = "基本資料"
RECORDS = "修課紀錄"
OUTCOMES = "課程學習成果"
ACTIVITIES = "多元表現"
STATEMENT = "學習歷程自述"
_BOM = b"\xef\xbb\xbf"
_OTHER_DOCUMENT_SHARE = 0.85


@dataclass
class Draft:
    """``json`` holds documents by item name, ``files`` everything else by path inside the folder."""

    application: Application
    study: Study
    story: Story
    attachments: Attachments
    book: GradeBook
    rng: random.Random
    json: dict[str, Any] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    with_bom: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    used: set[tuple[str, int]] = field(default_factory=set)
    statement: list[Block] = field(default_factory=list)
    planted: PlantedDefects = field(default_factory=list)

    @property
    def person(self) -> Person:
        return self.application.person

    @property
    def folder(self) -> PurePosixPath:
        return self.application.programme.folder / self.person.number

    def path(self, item: str, extension: str = "json") -> str:
        return f"{self.person.number}_{item}.{extension}"

    def mark(self, defect: Defect, file: str, *, row: int | None = None, note: str = "") -> None:
        self.planted.append(PlantedDefect(defect, str(self.folder / file), row, note))

    def mark_item(self, defect: Defect, item: str, *, row: int | None = None, note: str = "") -> None:
        self.mark(defect, self.path(item), row=row, note=note)

    def write_statement(self, statement: list[Block]) -> None:
        self.statement = statement
        self.files[self.path(STATEMENT, "pdf")] = statement_pdf(self.story, statement)

    def free_row(self, name: str, rows: list[Document]) -> int:
        """A row no other defect has touched, so that each planted defect can be found alone."""
        free = [index for index in range(len(rows)) if (name, index) not in self.used]
        index = self.rng.choice(free or list(range(len(rows))))
        self.used.add((name, index))
        return index


def _profile(person: Person) -> Document:
    return {
        "編號": person.number,
        "姓名": person.name,
        "學校代碼": person.school.code,
        "學校名稱": person.school.name,
        "學校地區": person.school.county,
        "學習型態": "一般",
        "群別": person.plan.group_name,
        "科班學程別": person.plan.department_name,
        "班別": person.school.class_kind,
        "部別": person.school.division,
        "是否低收入戶": "是" if person.low_income else "否",
        "考生身份": person.status,
    }


def build_draft(application: Application, study: Study, *, book: GradeBook, seed: int) -> Draft:
    person, programme = application.person, application.programme
    story = tell_story(person, study, seed)
    rng = stream(seed, "draft", programme.code, person.number)
    draft = Draft(application, study, story, new_attachments(person.number, rng), book, rng)
    draft.json[PROFILE] = _profile(person)
    _add_items(draft)
    draft.write_statement(write_statement(story, programme))
    draft.files[draft.path("多元表現綜整心得", "pdf")] = activity_reflection_pdf(story, programme)
    if rng.random() < _OTHER_DOCUMENT_SHARE:
        draft.files[draft.path("其他", "pdf")] = supplement_pdf(story, programme)
    if programme.is_tech and application.is_pdf("outcomes"):
        draft.files[draft.path("專題實作及實習科目學習成果", "pdf")] = practical_pdf(story)
    return draft


def _add_items(draft: Draft) -> None:
    application, story = draft.application, draft.story
    tech = application.programme.is_tech
    if application.is_pdf("records"):
        draft.files[draft.path(RECORDS, "pdf")] = records_pdf(story)
    else:
        style = NumberStyle(draft.rng)
        draft.json[RECORDS] = build_records(draft.person, draft.study, book=draft.book, style=style)
    if application.is_pdf("outcomes"):
        draft.files[draft.path(OUTCOMES, "pdf")] = outcomes_pdf(story, is_tech=tech)
    else:
        draft.json[OUTCOMES] = build_outcomes(story, draft.attachments, is_tech=tech)
    if application.is_pdf("activities"):
        unlinked = Attachments(draft.person.number, draft.rng, folder="")
        draft.files[draft.path(ACTIVITIES, "pdf")] = activities_pdf(story, build_activities(story, unlinked))
    else:
        draft.json[ACTIVITIES] = build_activities(story, draft.attachments)


def _index(draft: Draft) -> Document:
    """The LIST file: what was handed over in which form (1 JSON, 2 PDF)."""
    rows = [{"項目": item, "檔案類型": "1", "檔名": draft.path(item)} for item in draft.json]
    pdfs = [name for name in draft.files if name.endswith(".pdf")]
    items = [name.removesuffix(".pdf").split("_", 1)[1] for name in pdfs]
    rows += [{"項目": item, "檔案類型": "2", "檔名": name} for item, name in zip(items, pdfs, strict=True)]
    return {"編號": draft.person.number, "檔案清單": rows, "合成資料": True}


def _json_bytes(draft: Draft, item: str) -> bytes:
    content = orjson.dumps(draft.json[item])
    if item in draft.broken:
        content = content[: len(content) * 3 // 5]
        content = content.decode("utf-8", errors="ignore").encode("utf-8")
    return _BOM + content if item in draft.with_bom else content


def write_draft(draft: Draft, out: Path) -> None:
    """Writes the applicant's folder and the school's transcript of the sixth semester."""
    contents = {draft.path(item): _json_bytes(draft, item) for item in draft.json}
    contents |= draft.files | draft.attachments.files
    contents[draft.path("LIST")] = orjson.dumps(_index(draft))
    for name, content in contents.items():
        target = out / draft.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    transcripts = out / draft.application.programme.transcript_folder / draft.person.number
    transcripts.mkdir(parents=True, exist_ok=True)
    (transcripts / draft.path("第6學期成績單", "pdf")).write_bytes(transcript_pdf(draft.story))
