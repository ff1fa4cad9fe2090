"""Builds 課程學習成果 in the hand-over shape, with the works it links to."""

from pipelines.synthesis.attachments import Attachments
from pipelines.synthesis.banks import load_words
from pipelines.synthesis.course_records import Document
from pipelines.synthesis.story import SUMMARY_LIMIT, Story
from pipelines.synthesis.studies import TakenCourse


def _kind(taken: TakenCourse) -> str:
    practical = taken.offering.attribute in "34" or taken.offering.name == "專題實作"
    return "1" if practical else "2"


def pick_courses(story: Story, *, is_tech: bool) -> list[TakenCourse]:
    """One to three courses, on the tech side up to six with at least one practical work."""
    rng = story.rng
    by_name = {
        taken.offering.name: taken for taken in story.study.courses if taken.offering.category in "123457"
    }
    made = [
        taken
        for taken in by_name.values()
        if taken.offering.made is not None or taken.offering.category == "3"
    ]
    practical = [taken for taken in by_name.values() if _kind(taken) == "1"]
    if not is_tech:
        pool = made or list(by_name.values())
        return rng.sample(pool, min(rng.randint(1, 3), len(pool)))
    theory = [taken for taken in by_name.values() if _kind(taken) == "2"]
    return rng.sample(practical, min(rng.randint(1, 3), len(practical))) + rng.sample(
        theory, rng.randint(0, 3)
    )


def outcome_summary(story: Story, taken: TakenCourse | None = None) -> str:
    """One to two sentences about the work; of a school-made course ``taken`` they often name the unit."""
    words = load_words("course_outcomes.json")
    did, learned = story.filled(story.rng.choice(words["did"])), story.rng.choice(words["learned"])
    unit = ""
    if taken is not None and taken.offering.made is not None and story.rng.random() < 0.7:
        unit = f"以「{story.rng.choice(taken.offering.made.units)}」單元為題，"
    return f"{unit}{did}，{learned}。"[:SUMMARY_LIMIT]


def outcome_title(story: Story, taken: TakenCourse) -> str:
    title: str = story.rng.choice(load_words("course_outcomes.json")["titles"])
    return title.format(course=taken.offering.name)


def _outcome(story: Story, taken: TakenCourse, attachments: Attachments) -> Document:
    summary, title = outcome_summary(story, taken), outcome_title(story, taken)
    paragraphs = [summary, outcome_summary(story, taken), outcome_summary(story)]
    with_recording = story.rng.random() < 0.12
    return {
        "科目名稱": taken.offering.name,
        "實際修課學年度": str(taken.academic_year),
        "實際修課學期": str(taken.semester),
        "課程學習成果簡述": summary,
        "課程學習成果文件檔案連結": attachments.add_document("課程學習成果", title, paragraphs=paragraphs),
        "課程學習成果影音檔案連結": attachments.add_recording("課程學習成果") if with_recording else None,
        "外部影音連結": None,
        "成果類別代碼": _kind(taken),
    }


def build_outcomes(story: Story, attachments: Attachments, *, is_tech: bool) -> list[Document]:
    return [_outcome(story, taken, attachments) for taken in pick_courses(story, is_tech=is_tech)]
