"""The tables made from evidence: what was offered, documents seen from inside, likeness, quality, digests."""

from __future__ import annotations

from pipelines.contract.table import Table, table

DELIVERY = table(
    "delivery",
    "One row per delivery (folder or archive) in the order of arrival.",
    ("delivery_number", "integer", "From 1; a later delivery supersedes an earlier one"),
    ("delivery_name", "varchar", "Name of the folder or archive"),
    ("files", "integer", "Files in it, archives counted by what they hold"),
    ("files_superseded", "integer", "Files of earlier deliveries that it replaces"),
)
CLASS_GROUP = table(
    "class_group",
    "One row per school, entry year and class-group letter named by the class-group files.",
    ("school_code", "varchar", "6 characters"),
    ("entry_year", "integer", "ROC year of the cohort; null where the file names none"),
    ("class_group", "varchar", "Letter at position 16"),
    ("class_group_name", "varchar", "Name as published"),
)
SCHOOL_NAME = table(
    "school_name",
    "One row per school code and year with a name of its own.",
    ("school_code", "varchar", "6 characters"),
    ("academic_year", "integer", "ROC year in which the name holds"),
    ("school_name", "varchar", "Name in that year"),
)
SYLLABUS_WEEK = table(
    "syllabus_week",
    "One row per syllabus and week or unit.",
    ("syllabus_id", "varchar", "The syllabus"),
    ("position", "integer", "0-based place in the plan"),
    ("week", "varchar", "Week or unit as published; null when none is named"),
    ("topic", "varchar", "單元主題"),
    ("content", "varchar", "內容綱要; null when absent"),
    ("periods", "varchar", "分配節數 as published; null when absent"),
)
COURSE_OPPORTUNITY = table(
    "course_opportunity",
    "One row per applicant and course group in which the own class has courses or the applicant took some.",
    ("applicant_id", "varchar", "The person"),
    ("course_group_code", "varchar", "The node of the tree"),
    (
        "offered",
        "integer",
        "Courses the plans of the own class offer, undivided and class group; null when no list tells it",
    ),
    ("taken", "integer", "Distinct courses of the group that were taken"),
)
MEDIA_FILE = table(
    "media_file",
    "One row per distinct content of a document, image, audio or video.",
    ("sha256", "varchar", "Content"),
    ("media_type", "varchar", "By content"),
    ("inspection", "varchar", "fine, broken, encrypted, too_large or gave_up"),
    ("page_count", "integer", "Pages of a PDF; null for others"),
    ("text_characters", "integer", "Characters in a PDF without white space; 0 is a scan; null for others"),
    ("picture_count", "integer", "Pictures on the pages of a PDF; null for others"),
    ("width", "integer", "Pixels of an image; null for others"),
    ("height", "integer", "Pixels of an image; null for others"),
    ("duration_seconds", "decimal(9,1)", "Of audio and video; null for others or when unknown"),
    ("thumbnails", "integer", "Thumbnails kept as derived/<first two>/<sha256>/<number>.jpg, from 1"),
)
DOCUMENT_PAGE = table(
    "document_page",
    "One row per page of a PDF content.",
    ("sha256", "varchar", "Content"),
    ("page_number", "integer", "From 1"),
    ("text", "varchar", "Text of the page; empty for a scan"),
)
REPEATED_FILE = table(
    "repeated_file",
    "One row per content of a document or attachment that more than one applicant handed in.",
    ("sha256", "varchar", "Content"),
    ("media_type", "varchar", "By content"),
    ("files", "integer", "Files with this content"),
    ("applicants", "integer", "Persons who handed it in"),
)
SIMILAR_TEXT = table(
    "similar_text",
    "One row per pair of nearly equal texts of different applicants: for a person to look at, no verdict.",
    ("text_kind", "varchar", "summary or document"),
    ("left_application_id", "varchar", "The application with the smaller key"),
    ("left_entry_id", "varchar", "Outcome, activity or document"),
    ("right_application_id", "varchar", "The other application"),
    ("right_entry_id", "varchar", "Outcome, activity or document"),
    ("similarity", "decimal(5,2)", "Jaccard of five-character shingles in percent"),
    ("is_identical", "boolean", "Whether the folded texts are equal"),
)
RULE_COUNT = table(
    "rule_count",
    "One row per rule that found a problem.",
    ("rule", "varchar", "Stable name of the rule"),
    ("severity", "varchar", "warn or set_aside"),
    ("problems", "integer", "Problems found"),
    ("files", "integer", "Files concerned"),
    ("applications", "integer", "Applications concerned"),
    ("message", "varchar", "What is wrong and what to do, in Chinese"),
)
COVERAGE = table(
    "coverage",
    "One row per programme and evidence category or course group.",
    ("programme_code", "varchar", "The programme"),
    ("category_code", "varchar", "Evidence category, or course_group.<course_group_code>"),
    ("applications", "integer", "Applications of the programme"),
    ("applications_with", "integer", "Applications with at least one entry"),
    ("entries", "integer", "Entries in all"),
)
EVIDENCE_DIGEST = table(
    "evidence_digest",
    "One row per application and evidence category: equal digests, equal evidence, in any two snapshots.",
    ("application_id", "varchar", "The application"),
    ("category_code", "varchar", "Evidence category; course_record for all courses, semester_standing"),
    ("entries", "integer", "Entries"),
    ("digest", "varchar", "Of the entries as published, 32 hexadecimal characters"),
)

DERIVED_TABLES: tuple[Table, ...] = (
    DELIVERY,
    CLASS_GROUP,
    SCHOOL_NAME,
    SYLLABUS_WEEK,
    COURSE_OPPORTUNITY,
    MEDIA_FILE,
    DOCUMENT_PAGE,
    REPEATED_FILE,
    SIMILAR_TEXT,
    RULE_COUNT,
    COVERAGE,
    EVIDENCE_DIGEST,
)
