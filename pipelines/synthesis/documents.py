"""Composes the PDF documents of an application, both those of every applicant and those of PDF mode."""

from pipelines.synthesis.activities import LISTS
from pipelines.synthesis.attachments import Attachments
from pipelines.synthesis.course_outcomes import build_outcomes, outcome_summary
from pipelines.synthesis.course_records import Document
from pipelines.synthesis.essays import (
    write_activity_reflection,
    write_motive,
    write_notes,
    write_plan,
    write_reflection,
    write_supplement,
)
from pipelines.synthesis.pdf_layout import Bars, Block, Heading, PageBreak, Paragraph, Table, compose_pdf
from pipelines.synthesis.programmes import Programme
from pipelines.synthesis.story import Story
from pipelines.synthesis.studies import TakenCourse

_TABLE_HEADER = ("學年度", "學期", "科目名稱", "類別", "學分", "成績")
_MOST_OUTCOMES_IN_PDF = 4
_TABLE_WIDTHS = (50, 40, 210, 100, 40, 43)


def _paragraphs(texts: list[str]) -> list[Block]:
    return [Paragraph(text) for text in texts]


def _hours(story: Story) -> list[int]:
    return [story.rng.randint(2, 30) for _ in range(6)]


def _cover(story: Story, title: str) -> list[Block]:
    """PDF-only material opens with a page that says who and where, as students lay it out themselves."""
    person = story.person
    facts = [
        ("就讀學校", person.school.name),
        ("科班學程", person.plan.department_name),
        ("學習領域", story.main.label),
    ]
    return [
        *_header(story, title),
        Table(("項目", "內容"), facts, (120, 360)),
        Paragraph(story.summary()),
        PageBreak(),
    ]


def _header(story: Story, title: str) -> list[Block]:
    person = story.person
    return [
        Heading(title, 18),
        Paragraph(f"姓名：{person.name}　編號：{person.number}　就讀學校：{person.school.name}"),
    ]


def write_statement(story: Story, programme: Programme) -> list[Block]:
    """One to three pages: reflection, motive, plan, and for many a fourth part."""
    notes = write_notes(story, programme, most=7)
    blocks = [
        Heading("一、高中學習歷程反思"),
        *_paragraphs(write_reflection(story, programme)),
        Heading("二、就讀動機"),
        *_paragraphs(write_motive(story, programme)),
        Heading("三、未來學習計畫與生涯規劃"),
        *_paragraphs(write_plan(story, programme)),
        *([Heading("四、我的學習筆記"), *_paragraphs(notes)] if notes else []),
    ]
    if len(notes) > 5:
        blocks.extend(
            [PageBreak(), Heading("附：學習時間分配"), Bars(_hours(story), "圖一　一週自習時數（自行統計）")]
        )
    return blocks


def statement_pdf(story: Story, statement: list[Block]) -> bytes:
    title = "學習歷程自述"
    return compose_pdf([*_header(story, title), *statement], title=title)


def activity_reflection_pdf(story: Story, programme: Programme) -> bytes:
    title = "多元表現綜整心得"
    blocks = [
        *_header(story, title),
        *_paragraphs(write_activity_reflection(story, programme)),
        Bars(_hours(story), f"圖一　六個學期投入{story.main.label}的時數（自行統計）"),
    ]
    return compose_pdf(blocks, title=title)


def supplement_pdf(story: Story, programme: Programme) -> bytes:
    title = "其他有利審查資料"
    return compose_pdf(
        [*_header(story, title), *_paragraphs(write_supplement(story, programme))], title=title
    )


def _course_cells(taken: TakenCourse) -> tuple[str, ...]:
    offering = taken.offering
    year, semester = str(taken.academic_year), str(taken.semester)
    return (year, semester, offering.name, offering.category_name, taken.credits, str(taken.grade))


def records_pdf(story: Story) -> bytes:
    title = "修課紀錄"
    blocks = _header(story, f"{title}（自行上傳）")
    for result in story.study.semesters:
        term = (result.academic_year, result.semester)
        rows = [
            _course_cells(item) for item in story.study.courses if (item.academic_year, item.semester) == term
        ]
        blocks.append(
            Heading(f"{result.academic_year} 學年度第 {result.semester} 學期　平均 {result.grade}", 12)
        )
        blocks.append(Table(_TABLE_HEADER, rows, _TABLE_WIDTHS))
    return compose_pdf(blocks, title=title)


def outcomes_pdf(story: Story, *, is_tech: bool) -> bytes:
    title = "課程學習成果"
    blocks = _cover(story, title)
    unlinked = Attachments(story.person.number, story.rng, folder="")
    for outcome in build_outcomes(story, unlinked, is_tech=is_tech)[:_MOST_OUTCOMES_IN_PDF]:
        blocks.append(Heading(f"{outcome['實際修課學年度']} 學年度　{outcome['科目名稱']}"))
        blocks.extend(_paragraphs([outcome["課程學習成果簡述"]]))
        blocks.extend(_paragraphs([outcome_summary(story) for _ in range(4)]))
        values = [story.rng.randint(3, 60) for _ in range(6)]
        blocks.append(Bars(values, f"圖　{outcome['科目名稱']}的資料整理（自行繪製）"))
        blocks.append(PageBreak())
    blocks.extend([Heading("學習心得"), *_paragraphs([story.summary() for _ in range(3)])])
    return compose_pdf(blocks, title=title)


def practical_pdf(story: Story) -> bytes:
    """專題實作及實習科目學習成果, which only PDF-mode applicants of the tech side upload."""
    title = "專題實作及實習科目學習成果"
    practical = [taken for taken in story.study.courses if taken.offering.attribute in "34"][-2:]
    blocks = _header(story, title)
    for taken in practical:
        texts = [
            story.summary(),
            f"{story.did()}。{story.learned()}。",
            f"{story.did()}。{story.learned()}。",
        ]
        blocks.extend([Heading(taken.offering.name), *_paragraphs(texts)])
        blocks.extend([Bars([story.rng.randint(5, 80) for _ in range(5)], "圖　測試紀錄"), PageBreak()])
    blocks.append(Paragraph(story.summary()))
    return compose_pdf(blocks, title=title)


def _entry_text(entry: Document) -> str:
    shown = (
        value
        for key, value in entry.items()
        if isinstance(value, str) and "連結" not in key and key != "內容簡述"
    )
    return "　".join(shown)


def activities_pdf(story: Story, activities: dict[str, list[Document]]) -> bytes:
    title = "多元表現"
    blocks = _cover(story, title)
    for name in LISTS:
        if not activities[name]:
            continue
        blocks.append(Heading(name, 13))
        for entry in activities[name]:
            blocks.append(Paragraph(_entry_text(entry)))
            blocks.append(Paragraph(entry.get("內容簡述") or "由學校登錄。"))
    blocks.extend([PageBreak(), Heading("我的反思"), *_paragraphs([story.summary() for _ in range(5)])])
    return compose_pdf(blocks, title=title)


def transcript_pdf(story: Story) -> bytes:
    """The sixth semester's grades, which the school sends as PDF for everyone."""
    title = "第6學期成績單"
    last = [taken for taken in story.study.courses if taken.offering.credits[5] != "0"]
    names = sorted({taken.offering.name for taken in last})
    rows = [("114", "2", name, "", "", str(story.rng.randint(62, 97))) for name in names]
    return compose_pdf([*_header(story, title), Table(_TABLE_HEADER, rows, _TABLE_WIDTHS)], title=title)
