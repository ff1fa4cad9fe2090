"""Every question the screens may ask of a snapshot; each has one SQL file of the same name."""

from app.evidence.application_questions import (
    find_application,
    load_application_tree,
    load_applications,
    load_category_rows,
    load_profile,
    load_programme_tree,
    load_programmes,
    load_review_items,
)
from app.evidence.cohort_questions import load_co_choice, load_competency_cover, load_uptake
from app.evidence.course_questions import (
    load_course_records,
    load_semester_standings,
    load_syllabus,
)
from app.evidence.data_questions import (
    load_mode_counts,
    load_problem_counts,
    load_problems,
    load_source_ledger,
)
from app.evidence.digest_questions import load_evidence_digests
from app.evidence.entry_questions import (
    find_file,
    load_activity_records,
    load_course_outcomes,
    load_documents,
    load_linked_files,
    load_unlinked_files,
)
from app.evidence.likeness_questions import LIKENESS_LIMIT, load_like_pairs, load_repeated_files
from app.evidence.line_questions import load_evidence_lines, load_modes_by_application
from app.evidence.match_questions import load_alike_matches
from app.evidence.overview_questions import (
    load_arrived_files,
    load_class_offers,
    load_learning_areas,
    load_set_aside,
)
from app.evidence.search_questions import (
    count_courses,
    count_texts,
    load_course_hits,
    load_course_names,
    load_entry_counts,
    load_evidence_names,
    load_item_modes,
    load_level_names,
    load_linked_syllabi,
    load_text_hits,
)

__all__ = [
    "LIKENESS_LIMIT",
    "count_courses",
    "count_texts",
    "find_application",
    "find_file",
    "load_activity_records",
    "load_application_tree",
    "load_alike_matches",
    "load_applications",
    "load_arrived_files",
    "load_category_rows",
    "load_class_offers",
    "load_co_choice",
    "load_course_hits",
    "load_course_names",
    "load_competency_cover",
    "load_course_outcomes",
    "load_course_records",
    "load_documents",
    "load_evidence_digests",
    "load_entry_counts",
    "load_evidence_names",
    "load_item_modes",
    "load_level_names",
    "load_evidence_lines",
    "load_modes_by_application",
    "load_like_pairs",
    "load_learning_areas",
    "load_linked_files",
    "load_linked_syllabi",
    "load_mode_counts",
    "load_problem_counts",
    "load_problems",
    "load_profile",
    "load_programme_tree",
    "load_programmes",
    "load_repeated_files",
    "load_review_items",
    "load_semester_standings",
    "load_set_aside",
    "load_source_ledger",
    "load_syllabus",
    "load_text_hits",
    "load_unlinked_files",
    "load_uptake",
]
