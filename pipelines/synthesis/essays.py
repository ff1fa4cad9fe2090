"""Writes the essays of an application from sentence banks and the facts of one story."""

from typing import TypeAlias

from pipelines.synthesis.banks import load_words
from pipelines.synthesis.programmes import Programme
from pipelines.synthesis.story import Story

ParagraphForms: TypeAlias = list[list[str]]


def _slots(story: Story, programme: Programme) -> dict[str, str]:
    person, courses = story.person, story.study.best_courses(12)
    outcome_words = load_words("course_outcomes.json")
    weakest = min(story.study.courses, key=lambda taken: taken.grade)
    return {
        "spark": story.main.spark,
        "label": story.main.label,
        "label2": story.side.label,
        "club": story.main.clubs[0],
        "competition": story.main.competitions[0][0],
        "work": story.main.works[0],
        "self_study": story.main.self_study[0],
        "self_study2": story.side.self_study[0],
        "other": story.main.others[0][0],
        "service": story.main.services[0][0],
        "school": person.school.name,
        "county": person.school.county,
        "course": courses[story.rng.randrange(len(courses))].offering.name,
        "course2": weakest.offering.name,
        "course_did": story.filled(story.rng.choice(outcome_words["did"])),
        "course_learned": story.rng.choice(outcome_words["learned"]),
        "did": story.did(),
        "did2": story.did(story.side),
        "learned": story.learned(),
        "learned2": story.learned(story.side),
        "programme": programme.name,
    }


def _write(forms: list[ParagraphForms], story: Story, programme: Programme) -> list[str]:
    slots = _slots(story, programme)
    drawn = ("".join(story.rng.choice(choices) for choices in form) for form in forms)
    return [story.filled(text).format_map(slots) for text in drawn]


def write_reflection(story: Story, programme: Programme) -> list[str]:
    """高中學習歷程反思."""
    return _write(load_words("essays.json")["reflection"], story, programme)


def write_motive(story: Story, programme: Programme) -> list[str]:
    """就讀動機."""
    return _write(load_words("essays.json")["motive"][programme.name], story, programme)


def write_plan(story: Story, programme: Programme) -> list[str]:
    """未來學習計畫與生涯規劃."""
    return _write(load_words("essays.json")["plan"], story, programme)


def write_notes(story: Story, programme: Programme, *, most: int) -> list[str]:
    """Up to ``most`` further paragraphs: some applicants write one page, some three."""
    forms = load_words("essays.json")["notes"]
    count = story.rng.randint(0, min(most, len(forms)))
    return _write(story.rng.sample(forms, count), story, programme)


def write_activity_reflection(story: Story, programme: Programme) -> list[str]:
    """多元表現綜整心得."""
    return _write(load_words("essays.json")["activities"], story, programme)


def write_supplement(story: Story, programme: Programme) -> list[str]:
    """其他有利審查資料."""
    return _write(load_words("essays.json")["other"], story, programme)
