-- Grade rows that count for something, with the grade that counts. One row per row not set aside, by student.
with kept_row as (
    select * exclude (file_no, position, findings, found_value)
    from grade_row
    where findings & 7 = 0
    order by student_no, academic_year, semester, course_no, attempt
),

reasoned_row as (
    select
        *,
        why_counted(
            attempt, credit_rule, course_rule, grade, makeup_grade, second_grade, is_passed
        ) as counted_because,
    from kept_row
),

counted_row as (
    select
        student_no,
        course_no,
        academic_year,
        semester,
        attempt,
        origin_year,
        origin_semester,
        credits,
        grade,
        makeup_grade,
        second_grade,
        is_passed,
        is_makeup_passed,
        credit_rule,
        counted_by(counted_because, grade, makeup_grade, second_grade, is_passed) as counted_grade,
        cast(counted_because as roster_reason) as counted_because,
    from reasoned_row
)

select * from counted_row
