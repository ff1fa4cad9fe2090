-- What is kept of the rows of a grade sheet. One row per row.
with narrow_row as (
    select
        file_no,
        position,
        findings,
        found_value,
        student_no,
        course_no,
        taken_year as academic_year,
        taken_semester as semester,
        cast(attempt as roster_attempt) as attempt,
        roster_year(origin_year) as origin_year,
        roster_semester(origin_semester) as origin_semester,
        case when credits_number between 0 and 999 then cast(credits_number as decimal(4, 1)) end as credits,
        first_grade as grade,
        second_chance as makeup_grade,
        second_study_grade as second_grade,
        first_passed as is_passed,
        second_passed as is_makeup_passed,
        credit_rule_code as credit_rule,
        course_rule,
    from decoded
)

select * from narrow_row
