"""連結課程內容資訊: the syllabus as rows of ticked and empty boxes, the way the curriculum platform prints it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.course_lines import CourseLine
from app.domain.evidence import CourseRecord, Syllabus
from app.ui.components.part import desk_part, on_trigger
from app.ui.text.desk import DeskWords
from app.ui.text.desk_course_view import WORDS, CourseViewWords
from app.ui.text.language import Language
from app.ui.text.syllabus_boxes import (
    COMPETENCIES,
    INTERDISCIPLINARY,
    LEARNING_AREAS,
    REQUIREMENTS,
    SUBJECT_SOURCES,
    TEACHER_SOURCES,
)

Row = dict[str, object]


def draw_syllabus_card(
    line: CourseLine, syllabus: Syllabus | None, *, words: DeskWords, language: Language
) -> None:
    """The syllabus of the open course, or why there is none, and how it was found."""
    record = line.record
    desk_part("syllabus_card")(
        key=f"desk:syllabus:{record.record_id}",
        data={
            "title": words.syllabus,
            "source": _found(line, words, WORDS[language]) if syllabus else "",
            "message": syllabus_message(record, syllabus, words),
            **syllabus_data(syllabus, words),
        },
    )


def draw_offered_syllabus(syllabus: Syllabus, close: Callable[[object], None], *, words: DeskWords) -> None:
    """The syllabus of a course the school offers; it comes into view when it is opened."""
    key = f"desk:offered_syllabus:{syllabus.syllabus_id}"
    desk_part("syllabus_card")(
        key=key,
        data={
            "title": f"{words.syllabus} · {syllabus.subject}",
            "source": syllabus.course_code,
            "message": "",
            "comes_into_view": True,
            "close": words.close,
            **syllabus_data(syllabus, words),
        },
        on_closed_change=on_trigger(key, "closed", close),
    )


def syllabus_data(syllabus: Syllabus | None, words: DeskWords) -> Row:
    """Boxes, texts and weeks as the browser part wants them."""
    return {
        "rows": _rows(syllabus, words) if syllabus else [],
        "weeks": _weeks(syllabus),
        "weeks_title": words.syl_weeks,
    }


def syllabus_message(record: CourseRecord, syllabus: Syllabus | None, words: DeskWords) -> str:
    """Why there is no syllabus: a national course follows the curriculum; any other was not found."""
    if syllabus is not None:
        return ""
    return words.syllabus_national if record.is_national else words.syllabus_none


def _found(line: CourseLine, words: DeskWords, view: CourseViewWords) -> str:
    """How it was found, and the next best, if one was near."""
    detail = line.detail
    parts = [match_words(line.record, words)]
    if detail.runner_up_subject is not None:
        similarity = "" if detail.runner_up_similarity is None else f"{int(detail.runner_up_similarity)}"
        parts.append(view.match_runner_up.format(subject=detail.runner_up_subject, similarity=similarity))
    return " · ".join([*parts, view.match_uncertain] if detail.is_uncertain else parts)


def match_words(record: CourseRecord, words: DeskWords) -> str:
    """How the syllabus was found; an alike name says how alike, in whole points."""
    methods = {
        "confirmed_alias": words.match_confirmed,
        "exact_code": words.match_exact,
        "plan_code_and_name": words.match_name,
        "alike_name": words.match_alike,
    }
    similarity = "" if record.match_similarity is None else f"{int(record.match_similarity)}"
    return methods.get(record.match_method or "", "").format(similarity=similarity)


def boxes(offered: Sequence[str], chosen: Sequence[str]) -> list[dict[str, object]]:
    """Every usual box, ticked where chosen; a choice that is no usual box gets a box of its own."""
    unusual = [each for each in chosen if each not in offered]
    return [{"text": each, "ticked": each in chosen} for each in (*offered, *unusual)]


def _weeks(syllabus: Syllabus | None) -> list[dict[str, str]]:
    weeks = syllabus.weeks if syllabus else ()
    return [{"week": each.week, "topic": each.topic, "content": each.content} for each in weeks]


def _rows(syllabus: Syllabus, words: DeskWords) -> list[Row]:
    source = [syllabus.subject_source] if syllabus.subject_source else []
    requirement = [syllabus.requirement] if syllabus.requirement else []
    return [
        _text(words.syl_chinese, syllabus.subject, group=(words.syl_names, 2)),
        _text(words.syl_english, syllabus.english_name or "", group=("", 0)),
        _boxed(words.syl_teachers, boxes(TEACHER_SOURCES, syllabus.teacher_sources)),
        _boxed(words.syl_requirement, boxes(REQUIREMENTS, requirement), group=(words.syl_attributes, 3)),
        _boxed(words.syl_areas, boxes(LEARNING_AREAS, syllabus.learning_areas), group=("", 0)),
        _boxed(
            words.syl_interdisciplinary,
            boxes(INTERDISCIPLINARY, syllabus.interdisciplinary),
            group=("", 0),
        ),
        _boxed(words.syl_source, boxes(SUBJECT_SOURCES, source)),
        *_competencies(syllabus, words),
        *_texts(syllabus, words),
    ]


def _competencies(syllabus: Syllabus, words: DeskWords) -> list[Row]:
    """The nine competencies in their three rows; the data may give ``A1`` or the whole text."""
    given = {each.strip()[:2] for each in syllabus.core_competencies}
    labels = {"A": words.syl_self, "B": words.syl_interaction, "C": words.syl_participation}
    rows: list[Row] = []
    for letter, label in labels.items():
        shown: list[dict[str, object]] = [
            {"text": f"{code} {text}", "ticked": code in given}
            for code, text in COMPETENCIES.items()
            if code.startswith(letter)
        ]
        rows.append(_boxed(label, shown, group=(words.syl_competencies, 3) if letter == "A" else ("", 0)))
    return rows


def _texts(syllabus: Syllabus, words: DeskWords) -> list[Row]:
    texts = [
        (words.syl_aims, syllabus.aims),
        (words.syl_assessment, syllabus.assessment),
        (words.syl_prerequisite, syllabus.prerequisite),
        (words.syl_profile, syllabus.student_profile),
        (words.syl_issues, "、".join(syllabus.issues)),
        (words.syl_clusters, "、".join(syllabus.study_clusters)),
        (words.syl_remarks, syllabus.remarks),
    ]
    return [_text(label, text) for label, text in texts if text]


def _text(label: str, text: str, *, group: tuple[str, int] | None = None) -> Row:
    return {"label": label, "text": text, "boxes": None, **_group(group)}


def _boxed(label: str, shown: list[dict[str, object]], *, group: tuple[str, int] | None = None) -> Row:
    return {"label": label, "text": "", "boxes": shown, **_group(group)}


def _group(group: tuple[str, int] | None) -> Row:
    """``None`` stands alone; a title begins a group of so many rows; an empty title goes on with it."""
    return {"group": group[0] if group else None, "group_rows": group[1] if group else 0}
