-- warn: an application has a course once in a semester
with counted_record as (
    select
        stg_course_record.*,
        row_number() over (
            partition by
                application_id,
                academic_year,
                semester,
                course_code,
                case when course_code = '' then subject end
            order by position
        ) as place,
    from stg_course_record
)

select
    file_id,
    position as row_position,
    'course_code' as column_name,
    course_code as raw_value,
    application_id,
from counted_record
where place > 1
