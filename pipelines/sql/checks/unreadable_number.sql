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
join decoded_number on decoded_number.text = received
where not is_readable
    or (column_name in ('academic_year', 'semester') and number_value is not null and whole_value is null)
