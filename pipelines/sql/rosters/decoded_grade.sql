-- Rows of grade sheets with their keys, values and findings as bits (see roster_finding.csv). One row per row.
with keyed_row as (
    select
        received.*,
        file_no,
        running_number - first_number as position,
        student_no,
        course_no,
        course_rule,
        school_type,
        school_key.is_test,
        school_key.plain_code <> school_key.school_code as is_repaired,
        roster_year(academic_year) as taken_year,
        roster_semester(semester) as taken_semester,
        roster_number(credits) as credits_number,
        roster_number(grade) as grade_number,
        roster_number(makeup_grade) as makeup_number,
        roster_number(second_grade) as second_number,
    from received
    join roster_file using (filename)
    left join student_key using (student_id)
    left join raw_roster_course
        on raw_roster_course.course_code = coalesce(received.course_code, '')
        and raw_roster_course.subject = coalesce(received.subject, '')
    left join school_key on school_key.received_code = received.school_code
),

valued_row as (
    select
        *,
        case when role = 'repeat' and repeat_mark = '2' then 'second_study' else role end as attempt,
        roster_grade(grade_number) as first_grade,
        roster_grade(makeup_number) as second_chance,
        roster_grade(second_number) as second_study_grade,
        roster_flag(is_passed) as first_passed,
        roster_flag(makeup_passed) as second_passed,
        case when credit_rule in ('1', '2', '3') then cast(credit_rule as utinyint) end as credit_rule_code,
    from keyed_row
),

found_row as (
    select
        *,
        cast(
            case when is_test then 1 else 0 end
            + case when student_no is null then 2 else 0 end
            + case when taken_year is null or taken_semester is null then 4 else 0 end
            + case
                when is_unread_number(grade, grade_number) or is_unread_number(makeup_grade, makeup_number)
                    or is_unread_number(second_grade, second_number)
                    or is_unread_number(credits, credits_number) then 8
                else 0
            end
            + case
                when is_outside_grades(grade_number) or is_outside_grades(makeup_number) then 16
                when is_outside_grades(second_number) then 16
                else 0
            end
            + case when first_grade = 0 and first_passed then 32 else 0 end
            + case when first_passed and second_chance is not null and attempt <> 'evening_makeup' then 64 else 0 end
            + case when second_chance >= 60 and not second_passed then 128 else 0 end
            + case when second_chance < first_grade and not coalesce(first_passed, false) then 256 else 0 end
            + case when course_rule = 2 and first_grade is not null then 512 else 0 end
            + case when school_type = 'C' and attempt in ('semester', 'late_course') then 1024 else 0 end
            + case when is_repaired then 2048 else 0 end
            + case when is_unread_flag(is_passed) or is_unread_flag(makeup_passed) then 4096 else 0 end
            as usmallint
        ) as findings,
    from valued_row
),

told_row as (
    select
        *,
        case
            when findings = 0 then null
            when findings & 2 = 2 then null
            when findings & (1 + 2048) > 0 then school_code
            when findings & 4 = 4 then academic_year || '/' || semester
            when findings & 8 = 8 and grade_number is null then grade
            when findings & 8 = 8 and makeup_number is null then makeup_grade
            when findings & 8 = 8 then credits
            when findings & (64 + 128 + 256) > 0 then makeup_grade
            when findings & 1024 = 1024 then course_code
            when findings & 4096 = 4096 then is_passed
            else grade
        end as found_value,
    from found_row
)

select * from told_row
