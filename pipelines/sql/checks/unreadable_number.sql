-- warn: every number given can be read
with received_number as (
    unpivot (
        select
            file_id,
            application_id,
            position,
            grade_text,
            credits,
            academic_year,
            semester,
        from raw_course_record
    ) on grade_text, credits, academic_year, semester
    into name column_name value received
    union all by name
    unpivot (
        select
            file_id,
            application_id,
            position,
            semester_grade,
            academic_year,
            semester,
        from raw_semester_grade
    ) on semester_grade, academic_year, semester
    into name column_name value received
    union all by name
    unpivot (
        select
            file_id,
            application_id,
            position,
            academic_year,
            semester,
        from raw_course_outcome
    ) on academic_year, semester
    into name column_name value received
    union all by name
    unpivot (
        select
            file_id,
            application_id,
            position,
            academic_year,
            semester,
            hours,
            weekly_periods,
            weeks,
        from raw_activity_record
    ) on academic_year, semester, hours, weekly_periods, weeks
    into name column_name value received
)

select
    file_id,
    position as row_position,
    column_name,
    received as raw_value,
    application_id,
from received_number
where is_given(received)
    and case
        when column_name in ('academic_year', 'semester') then whole_number(received) is null
        else given_number(received) is null
    end
