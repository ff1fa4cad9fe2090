"""The tables of whole cohorts, made from the schools' rosters; they hold no name, number or birth date."""

from __future__ import annotations

from pipelines.contract.table import Table, table

ATTEMPT = "enum('semester', 'late_course', 'transfer', 'retake', 'repeat', 'second_study', 'evening', 'evening_makeup')"
REASON = "enum('first', 'makeup', 'better_of', 'not_graded', 'not_credited', 'not_gradable')"
"""A byte a row instead of a text, in tables of tens of millions of rows."""

COHORT_STUDENT = table(
    "cohort_student",
    "One row per student of the rosters.",
    ("student_no", "uinteger", "Running number of this snapshot; says nothing about the person"),
    ("school_code", "varchar", "School of most of the rows"),
    ("entry_year", "usmallint", "ROC year of most of the course codes; null without any"),
    ("program_group", "varchar", "群別代碼"),
    ("department", "varchar", "科班學程別代碼"),
    ("division", "varchar", "部別代碼"),
    ("class_kind", "varchar", "班別"),
    ("gender_code", "varchar", "性別代碼"),
)
COHORT_COURSE = table(
    "cohort_course",
    "One row per distinct course code and subject of the rosters, split once.",
    ("course_no", "uinteger", "Running number of this snapshot"),
    ("course_code", "varchar", "As received"),
    ("subject", "varchar", "As received"),
    ("is_valid_code", "boolean", "Passes every rule of the code"),
    ("school_code", "varchar", "Positions 4 to 9"),
    ("entry_year", "usmallint", "Positions 1 to 3"),
    ("school_type", "varchar", "Position 10"),
    ("program_group", "varchar", "Positions 11 and 12"),
    ("department", "varchar", "Positions 13 to 15"),
    ("class_group", "varchar", "Position 16"),
    ("course_category", "varchar", "Position 17"),
    ("delivery", "varchar", "Position 18"),
    ("subject_attribute", "varchar", "Position 19"),
    ("learning_area", "varchar", "Positions 20 and 21"),
    ("subject_code", "varchar", "Positions 22 and 23"),
    ("syllabus_id", "varchar", "The syllabus; null without one"),
    ("match_method", "varchar", "As course_syllabus_match.match_method; null without one"),
)
COHORT_RECORD = table(
    "cohort_record",
    "One row per row of the grade rosters, ordered by student, term and course.",
    ("student_no", "uinteger", "The student"),
    ("course_no", "uinteger", "The course"),
    ("academic_year", "usmallint", "ROC year in which it was taken"),
    ("semester", "utinyint", "1, 2, or 0 for annual"),
    (
        "attempt",
        ATTEMPT,
        "semester, late_course, transfer, retake, repeat, second_study, evening or evening_makeup",
    ),
    (
        "origin_year",
        "usmallint",
        "Year of the course it repeats, makes up or stands for; null for first attempts",
    ),
    ("origin_semester", "utinyint", "Semester of that course"),
    ("credits", "decimal(4,1)", "Credits, or periods in the evening division"),
    ("grade", "decimal(5,2)", "First grade of this attempt; null when not graded"),
    ("makeup_grade", "decimal(5,2)", "Grade of the make-up exam; null without one"),
    ("second_grade", "decimal(5,2)", "Grade of a second study; null in other attempts"),
    ("is_passed", "boolean", "As received; null when not given"),
    ("is_makeup_passed", "boolean", "As received; null when not given"),
    ("credit_rule", "utinyint", "是否採計學分 1 to 3; null when not given"),
    ("counted_grade", "decimal(5,2)", "The grade that counts; null when none does"),
    (
        "counted_because",
        REASON,
        "first, makeup, better_of, not_graded, not_credited (outside means) or not_gradable (group activities)",
    ),
)
COHORT_DISTRIBUTION = table(
    "cohort_distribution",
    "One row per course, year and semester with graded first attempts, computed from the rosters.",
    ("course_no", "uinteger", "The course"),
    ("academic_year", "usmallint", "ROC year"),
    ("semester", "utinyint", "Semester"),
    ("population", "uinteger", "Students with a row"),
    ("graded", "uinteger", "Students with a grade"),
    ("grade_bins", "usmallint[]", "100 counts; bin i is [i, i+1), the last includes 100"),
)
COHORT_CATEGORY_COUNT = table(
    "cohort_category_count",
    "One row per student, course category and learning area.",
    ("student_no", "uinteger", "The student"),
    ("course_category", "varchar", "Position 17"),
    ("learning_area", "varchar", "Positions 20 and 21"),
    ("courses", "usmallint", "Rows of first attempts"),
    ("graded", "usmallint", "Rows with a counted grade"),
    ("grade_sum", "decimal(9,2)", "Sum of the counted grades"),
)
COHORT_ACTIVITY = table(
    "cohort_activity",
    "One row per row of the activity and outcome rosters, without any free text.",
    ("student_no", "uinteger", "The student"),
    ("activity_list", "varchar", "One of the eleven lists, or course_outcome"),
    ("level_code", "varchar", "等級 or 類別代碼 as received"),
    ("academic_year", "usmallint", "ROC year of the roster"),
    ("semester", "utinyint", "Semester of the roster; 0 is annual"),
    ("hours", "decimal(9,3)", "Hours or periods; null when absent"),
)

COHORT_TABLES: tuple[Table, ...] = (
    COHORT_STUDENT,
    COHORT_COURSE,
    COHORT_RECORD,
    COHORT_DISTRIBUTION,
    COHORT_CATEGORY_COUNT,
    COHORT_ACTIVITY,
)
