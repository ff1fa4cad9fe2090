"""What a snapshot promises: schema version, tables with their grain, columns with their meaning, code values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SCHEMA_VERSION = 1


class SubmissionMode(StrEnum):
    """How an application reached the programme; the items N to Q, other and semester six never count."""

    DATABASE = "database"
    PARTIAL_PDF = "partial_pdf"
    PDF = "pdf"
    MISSING = "missing"


class ItemMode(StrEnum):
    """The form in which one of the three database items arrived."""

    JSON = "json"
    PDF = "pdf"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    """A file arrived and cannot be read: that is not the applicant's omission."""


class DocumentKind(StrEnum):
    """The PDF files of an application, by the item they stand for."""

    COURSE_RECORD = "course_record"
    COURSE_OUTCOME = "course_outcome"
    ACTIVITY_RECORD = "activity_record"
    PRACTICAL_WORK = "practical_work"
    ACTIVITY_REFLECTION = "activity_reflection"
    PERSONAL_STATEMENT = "personal_statement"
    OTHER_DOCUMENT = "other_document"
    SIXTH_SEMESTER_TRANSCRIPT = "sixth_semester_transcript"


class ActivityList(StrEnum):
    """The eleven lists of 多元表現.json, in the order of the hand-over."""

    SCHOOL_CADRE = "school_cadre"
    CADRE = "cadre"
    COMPETITION = "competition"
    LICENCE = "licence"
    SERVICE_LEARNING = "service_learning"
    FLEXIBLE_LEARNING = "flexible_learning"
    GROUP_ACTIVITY = "group_activity"
    WORKPLACE_LEARNING = "workplace_learning"
    WORK = "work"
    ADVANCED_PLACEMENT = "advanced_placement"
    OTHER_ACTIVITY = "other_activity"


class MatchMethod(StrEnum):
    """How a course found its syllabus."""

    EXACT_CODE = "exact_code"
    PLAN_CODE_AND_NAME = "plan_code_and_name"


class StandingLevel(StrEnum):
    """The population a semester grade is compared with."""

    SCHOOL = "school"
    PROGRAM_GROUP = "program_group"
    DEPARTMENT = "department"


@dataclass(frozen=True)
class Column:
    """One column: its name, DuckDB type, and meaning as written into the snapshot."""

    name: str
    sql_type: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """One published table: its name, grain and columns in order."""

    name: str
    grain: str
    columns: tuple[Column, ...]


def _table(name: str, grain: str, *columns: tuple[str, str, str]) -> Table:
    return Table(name, grain, tuple(Column(*column) for column in columns))


PROGRAMME = _table(
    "programme",
    "One row per programme of the exports.",
    ("programme_code", "varchar", "University code and unit code, as the folder name"),
    ("programme_name", "varchar", "Name; the code itself where no programme list names it"),
    ("university_code", "varchar", "Code of the university"),
    ("university_name", "varchar", "Name of the university, or its code"),
    ("admission_channel", "varchar", "cac (個人申請) or jctv (四技二專甄選)"),
    ("admission_year", "integer", "ROC year of admission"),
)
APPLICANT = _table(
    "applicant",
    "One row per person of an admission channel and year.",
    ("applicant_id", "varchar", "Opaque key"),
    ("application_number", "varchar", "編號 as received; null where hidden"),
    ("name", "varchar", "Name as received, never normalised"),
    ("name_key", "varchar", "Folded name for comparison and search only"),
    ("school_code", "varchar", "Code of the school of graduation"),
    ("school_name", "varchar", "Name of the school as received"),
    ("county", "varchar", "County of the school as received"),
    ("school_type", "varchar", "Code at position 10 of most of the course codes; null without any"),
    ("program_group_name", "varchar", "群別 as received"),
    ("department_name", "varchar", "科班學程別 as received"),
    ("class_kind", "varchar", "班別 as received"),
    ("division", "varchar", "部別 as received"),
    ("experimental_type", "varchar", "學習型態 as received"),
    ("low_income", "boolean", "是否低收入戶; null when unknown"),
    ("applicant_status", "varchar", "考生身份 as received; null when unknown"),
    ("raw_profile", "varchar", "The whole profile as received, JSON text, unknown keys included"),
)
APPLICATION = _table(
    "application",
    "One row per applicant and programme, with its submission mode.",
    ("application_id", "varchar", "Opaque key"),
    ("applicant_id", "varchar", "The person"),
    ("programme_code", "varchar", "The programme"),
    ("submission_mode", "varchar", "database, partial_pdf, pdf or missing"),
    ("course_record_mode", "varchar", "json, pdf, missing or unreadable"),
    ("course_outcome_mode", "varchar", "json, pdf, missing or unreadable"),
    ("activity_record_mode", "varchar", "json, pdf, missing or unreadable"),
    ("has_sixth_semester", "boolean", "Whether the sixth-semester transcript arrived"),
    ("semester_grade_mean", "decimal(5,1)", "Mean of the semester grades, one decimal, half away from zero"),
    ("mean_standing", "decimal(5,1)", "Mean estimated standing in the own school, percent; null without one"),
)
COURSE = _table(
    "course",
    "One row per distinct course code in the records, split once.",
    ("course_code", "varchar", "As received, 23 characters when valid"),
    ("course_plan_code", "varchar", "First 16 characters; null when the code is invalid"),
    ("is_valid_code", "boolean", "Passes every rule of the code"),
    ("entry_year", "integer", "ROC year of the cohort"),
    ("school_code", "varchar", "Positions 4 to 9"),
    ("school_type", "varchar", "Position 10"),
    ("program_group", "varchar", "Positions 11 and 12"),
    ("department", "varchar", "Positions 13 to 15"),
    ("class_group", "varchar", "Position 16"),
    ("course_category", "varchar", "Position 17"),
    ("course_category_name", "varchar", "Its name, or 未知代碼"),
    ("delivery", "varchar", "Position 18"),
    ("subject_attribute", "varchar", "Position 19"),
    ("subject_attribute_name", "varchar", "Its name, or 未知代碼"),
    ("learning_area", "varchar", "Positions 20 and 21"),
    ("learning_area_name", "varchar", "Its name, or 未知代碼"),
    ("subject_code", "varchar", "Positions 22 and 23"),
    ("reference_subject", "varchar", "Subject in the official list; null for school-made subjects"),
    ("course_group_code", "varchar", "The node of the tree"),
)
COURSE_GROUP = _table(
    "course_group",
    "One row per node of the course tree.",
    ("course_group_code", "varchar", "Stable key, such as g.1.01.01"),
    ("label", "varchar", "Label of the tree, such as 部定必修-數學"),
    ("course_category", "varchar", "Code at position 17, or empty"),
    ("sort_key", "varchar", "Order in the tree"),
)
COURSE_RECORD = _table(
    "course_record",
    "One row per course, semester and application, as handed over.",
    ("record_id", "varchar", "Opaque key"),
    ("application_id", "varchar", "The application"),
    ("position", "integer", "0-based place in the file"),
    ("academic_year", "integer", "ROC year in which the course was taken"),
    ("semester", "integer", "1 or 2; 0 is annual"),
    ("course_code", "varchar", "As received; empty when blank"),
    ("subject", "varchar", "科目名稱 as received"),
    ("course_category_text", "varchar", "課程類別 as received"),
    ("learning_area_text", "varchar", "課程領域 as received; null when absent"),
    ("course_group_code", "varchar", "The node of the tree"),
    ("credits", "decimal(6,2)", "Credits; null when unknown"),
    ("grade", "decimal(6,2)", "Grade 0 to 100; null when not graded"),
    ("grade_text", "varchar", "Grade as received"),
    ("grade_distribution_id", "varchar", "Distribution of the course; null without one"),
    (
        "estimated_standing",
        "decimal(5,1)",
        "Percent from the top, one decimal; null without distribution or grade",
    ),
    ("standing_best", "decimal(5,1)", "Lower end of the standing's range"),
    ("standing_worst", "decimal(5,1)", "Upper end of the standing's range"),
    ("is_repeated_row", "boolean", "Another row of this application has the same course and semester"),
    (
        "raw_record",
        "varchar",
        "The record as received without its distribution, JSON text; null when every key is known",
    ),
)
GRADE_DISTRIBUTION = _table(
    "grade_distribution",
    "One row per distinct distribution; bins are one point wide.",
    ("grade_distribution_id", "varchar", "Key made from the content"),
    ("population", "integer", "母體人數 as received; null when unknown"),
    ("grade_bins", "integer[]", "100 counts; bin i is [i, i+1), the last includes 100"),
    ("ten_point_bars", "integer[]", "Ten counts; the last includes 100"),
    ("bin_total", "integer", "Sum of the bins"),
)
SEMESTER_STANDING = _table(
    "semester_standing",
    "One row per application, semester and level (school, program group, department).",
    ("application_id", "varchar", "The application"),
    ("academic_year", "integer", "ROC year"),
    ("semester", "integer", "1 or 2"),
    ("standing_level", "varchar", "school, program_group or department"),
    ("unit_name", "varchar", "Name of the school, group or department"),
    ("semester_grade", "decimal(6,2)", "Semester grade; null when unknown"),
    ("grade_distribution_id", "varchar", "Distribution at this level; null without one"),
    ("estimated_standing", "decimal(5,1)", "Percent from the top"),
    ("standing_best", "decimal(5,1)", "Lower end of the range"),
    ("standing_worst", "decimal(5,1)", "Upper end of the range"),
    (
        "raw_record",
        "varchar",
        "The semester as received without its distributions, JSON text; null when every key is known",
    ),
)
COURSE_OUTCOME = _table(
    "course_outcome",
    "One row per course outcome handed over.",
    ("outcome_id", "varchar", "Opaque key"),
    ("application_id", "varchar", "The application"),
    ("position", "integer", "0-based place in the file"),
    ("subject", "varchar", "科目名稱"),
    ("academic_year", "integer", "ROC year"),
    ("semester", "integer", "1 or 2"),
    ("outcome_kind", "varchar", "成果類別代碼: 1 專題實作及實習, 2 其他; null at cac"),
    ("summary", "varchar", "簡述 by the student"),
    ("external_link", "varchar", "外部影音連結, text only"),
    ("raw_record", "varchar", "The record as received, JSON text"),
)
ACTIVITY_RECORD = _table(
    "activity_record",
    "One row per entry of the eleven activity lists.",
    ("activity_id", "varchar", "Opaque key"),
    ("application_id", "varchar", "The application"),
    ("activity_list", "varchar", "One of the eleven lists"),
    ("category_code", "varchar", "Evidence category, activity.<list>"),
    ("position", "integer", "0-based place in the list"),
    ("title", "varchar", "What it was: competition, licence, service, club …"),
    ("organiser", "varchar", "Unit or organiser; null when absent"),
    ("role", "varchar", "Post, award or result; null when absent"),
    ("level_name", "varchar", "Name of the level or kind; the raw code when unknown"),
    ("start_date", "date", "Start, award or issue date; null when absent or unreadable"),
    ("end_date", "date", "End date"),
    ("academic_year", "integer", "ROC year where the list gives one"),
    ("semester", "integer", "Semester where the list gives one"),
    ("hours", "decimal(9,3)", "Hours, periods or weeks × periods as given; null when absent"),
    ("summary", "varchar", "簡述 by the student; null when absent"),
    ("external_link", "varchar", "External link, text only"),
    ("raw_record", "varchar", "The record as received, JSON text"),
)
DOCUMENT = _table(
    "document",
    "One row per PDF that stands for a whole item.",
    ("document_id", "varchar", "Opaque key"),
    ("application_id", "varchar", "The application"),
    ("document_kind", "varchar", "Which item it stands for"),
    ("category_code", "varchar", "Evidence category, document.<kind>"),
    ("file_id", "varchar", "The file"),
)
ATTACHMENT = _table(
    "attachment",
    "One row per linked file of a record, and per file that nothing links to.",
    ("attachment_id", "varchar", "Opaque key"),
    ("application_id", "varchar", "The application"),
    ("owner_id", "varchar", "outcome_id or activity_id; null when nothing links to the file"),
    ("category_code", "varchar", "Evidence category of the owner; attachment.unlinked without one"),
    ("link_kind", "varchar", "document, video, certificate, work or unlinked"),
    ("linked_path", "varchar", "Path as written in the record"),
    ("file_id", "varchar", "The file; null when it is missing"),
)
SYLLABUS = _table(
    "syllabus",
    "One row per syllabus of the curriculum platform.",
    ("syllabus_id", "varchar", "Opaque key"),
    ("course_code", "varchar", "Code as published"),
    ("academic_year", "integer", "ROC year"),
    ("subject", "varchar", "Chinese name"),
    ("english_name", "varchar", "English name"),
    ("requirement", "varchar", "必修 or 選修"),
    ("teacher_sources", "varchar[]", "師資來源"),
    ("learning_areas", "varchar[]", "一般科目領域"),
    ("interdisciplinary", "varchar[]", "非跨領域 or kinds of 跨領域"),
    ("subject_source", "varchar", "科目來源"),
    ("core_competencies", "varchar[]", "A1 to C3"),
    ("prerequisite", "varchar", "先修科目"),
    ("student_profile", "varchar", "學生圖像"),
    ("aims", "varchar", "學習目標"),
    ("weeks", "varchar", "教學大綱 as received: the JSON text of a list with its own keys, or plain text"),
    ("assessment", "varchar", "學習評量"),
    ("remarks", "varchar", "備註"),
    ("issues", "varchar[]", "議題融入"),
    ("study_clusters", "varchar[]", "對應學群"),
)
COURSE_SYLLABUS_MATCH = _table(
    "course_syllabus_match",
    "One row per distinct course code and subject that found a syllabus.",
    ("course_code", "varchar", "Code in the records"),
    ("subject", "varchar", "Name in the records"),
    ("syllabus_id", "varchar", "The syllabus"),
    ("match_method", "varchar", "exact_code or plan_code_and_name"),
    ("similarity", "decimal(5,2)", "0 to 100; 100 for an exact code"),
)
COURSE_OFFER = _table(
    "course_offer",
    "One row per course of the course-code lists.",
    ("course_code", "varchar", "Code as published"),
    ("subject", "varchar", "Name as published"),
    ("semester_credits", "varchar", "Six characters, credits of the six semesters"),
)
REVIEW_ITEM = _table(
    "review_item",
    "One row per admission channel, admission year and item code.",
    ("admission_channel", "varchar", "cac or jctv"),
    ("admission_year", "integer", "ROC year"),
    ("item_code", "varchar", "A to T, or A, B-1 … D-3"),
    ("item_group", "varchar", "修課紀錄, 課程學習成果, 多元表現, 學習歷程自述, 其他"),
    ("label", "varchar", "Official label"),
    ("category_codes", "varchar[]", "Evidence categories that can feed it; course groups are course_group"),
    ("sort_order", "integer", "Order of the list"),
)
EVIDENCE_CATEGORY = _table(
    "evidence_category",
    "One row per node of the evidence tree that is no course group.",
    ("category_code", "varchar", "Such as profile, activity.competition, document.personal_statement"),
    ("label", "varchar", "Label of the tree"),
    ("sort_order", "integer", "Order in the tree"),
)
CATEGORY_COUNT = _table(
    "category_count",
    "One row per application and evidence category or course group that has at least one entry.",
    ("application_id", "varchar", "The application"),
    ("category_code", "varchar", "Category code, or course_group.<course_group_code>"),
    ("entries", "integer", "Number of entries, at least 1"),
)
SEARCHABLE_TEXT = _table(
    "searchable_text",
    "One row per text of an entry that a keyword may find.",
    ("application_id", "varchar", "The application"),
    ("category_code", "varchar", "Category code, or course_group.<course_group_code>"),
    ("entry_id", "varchar", "Key of the record, outcome, activity or document"),
    ("text", "varchar", "As received"),
    ("folded_text", "varchar", "NFKC, lower case, 台 for 臺, no spaces: what a folded keyword is sought in"),
)
SCHOOL = _table(
    "school",
    "One row per school code seen in profiles, codes or the official list in use.",
    ("school_code", "varchar", "6 characters"),
    ("school_name", "varchar", "Name in the data, else in the official list, else the code"),
    ("county", "varchar", "County as received; null when unknown"),
    ("is_in_reference", "boolean", "Whether the official list has it"),
)
SOURCE_FILE = _table(
    "source_file",
    "One row per file of the exports: the ledger.",
    ("file_id", "varchar", "Opaque key made from path and content"),
    ("relative_path", "varchar", "Path below the export folder"),
    ("file_role", "varchar", "What the reader took it for"),
    (
        "media_type",
        "varchar",
        "By content: application/json, application/pdf, image/png … or application/octet-stream",
    ),
    ("byte_size", "bigint", "Size"),
    ("sha256", "varchar", "Content; the copy is files/<first two>/<sha256>"),
    ("application_id", "varchar", "The application it belongs to; null for others"),
    ("rows_read", "integer", "Rows read"),
    ("rows_published", "integer", "Rows that became evidence"),
    ("rows_set_aside", "integer", "Rows set aside, each with a data_problem"),
)
DATA_PROBLEM = _table(
    "data_problem",
    "One row per problem found, with its place.",
    ("problem_id", "integer", "Running number"),
    ("severity", "varchar", "warn, or set_aside when the row was not published"),
    ("rule", "varchar", "Stable name of the rule"),
    ("relative_path", "varchar", "The file; null for problems over several files"),
    ("row_position", "integer", "0-based row; null for the whole file"),
    ("column_name", "varchar", "Key or column as received"),
    ("raw_value", "varchar", "Value as received, at most 200 characters"),
    ("message", "varchar", "What is wrong and what to do, in Chinese"),
    ("application_id", "varchar", "The application; null when none"),
    ("programme_code", "varchar", "The programme; null when none"),
)

TABLES: tuple[Table, ...] = (
    PROGRAMME,
    APPLICANT,
    APPLICATION,
    COURSE,
    COURSE_GROUP,
    COURSE_RECORD,
    GRADE_DISTRIBUTION,
    SEMESTER_STANDING,
    COURSE_OUTCOME,
    ACTIVITY_RECORD,
    DOCUMENT,
    ATTACHMENT,
    SYLLABUS,
    COURSE_SYLLABUS_MATCH,
    COURSE_OFFER,
    REVIEW_ITEM,
    EVIDENCE_CATEGORY,
    CATEGORY_COUNT,
    SEARCHABLE_TEXT,
    SCHOOL,
    SOURCE_FILE,
    DATA_PROBLEM,
)
