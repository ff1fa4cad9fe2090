"""What the school offers, by category and learning area, semester by semester; what the applicant took is marked."""

from __future__ import annotations

from app.domain.evidence import ApplicationId
from app.domain.folding import fold
from app.domain.plan import ReviewPlan
from app.domain.school import OfferedCourse
from app.ui.components.course_rows import Labels
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import courses as state
from app.ui.text.course_codes import CodeWords
from app.ui.text.desk_school import SchoolWords
from app.workflows.school_view import SchoolView

NATIONAL = "1"


def draw_school_offer(
    plan: ReviewPlan,
    application_id: ApplicationId,
    view: SchoolView,
    *,
    words: SchoolWords,
    codes: CodeWords,
) -> None:
    """Counts and credits a semester; a row unfolds into its courses, a course opens its syllabus."""
    key = f"desk:offer:{plan.plan_id}:{plan.revision}:{application_id}"
    desk_part("school_offer", "course_prefs")(
        key=key,
        data={
            "title": words.offer,
            "note": "" if view.entry_year or not view.offer else words.offer_all_years,
            "nothing": "" if view.offer else words.no_offer,
            "opened": state.offered_syllabus(plan, application_id) or "",
            **offer_data(view, codes),
            "words": _words(words),
            "semesters": words.semester_names,
        },
        on_syllabus_change=on_trigger(
            key, "syllabus", lambda chosen: state.open_offered(plan, application_id, str(chosen))
        ),
    )


def offer_data(view: SchoolView, codes: CodeWords) -> dict[str, object]:
    """Courses as short lists, and the names of categories and learning areas once."""
    categories, areas = Labels(), Labels()
    courses = [_course(each, view, categories, areas, codes=codes) for each in view.offer]
    return {
        "courses": courses,
        "categories": categories.texts,
        "areas": areas.texts,
        "has_own": any(each.is_own_plan for each in view.offer),
    }


def _course(
    each: OfferedCourse, view: SchoolView, categories: Labels, areas: Labels, *, codes: CodeWords
) -> list[object]:
    """Subject, category, area, credits, own plan, taken, syllabus; a national course without one says so."""
    category, area = each.course_category, each.learning_area
    is_taken = (category, fold(each.subject)) in view.taken
    return [
        each.subject,
        categories.place(category, codes.categories.get(category, category)),
        areas.place(area, codes.learning_areas.get(area) or each.learning_area_name or area),
        each.semester_credits,
        int(each.is_own_plan),
        int(is_taken),
        each.syllabus_id or ("" if category != NATIONAL else None),
    ]


def _words(words: SchoolWords) -> dict[str, str]:
    return {
        "plan_own": words.plan_own,
        "plan_school": words.plan_school,
        "plan_which": words.plan_which,
        "offered_courses": words.offered_courses,
        "column_courses": words.column_courses,
        "column_subject": words.column_subject,
        "column_taken": words.column_taken,
        "cell": words.cell,
        "cell_hint": words.cell_hint,
        "taken": words.taken,
        "taken_hint": words.taken_hint,
        "not_taken": words.not_taken,
        "find": words.find,
        "nothing_found": words.nothing_found,
        "open_syllabus": words.open_syllabus,
        "no_syllabus": words.no_syllabus,
        "national": words.national,
        "unfold_all": words.unfold_all,
        "fold_all": words.fold_all,
    }
