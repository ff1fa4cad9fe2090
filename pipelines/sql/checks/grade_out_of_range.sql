-- warn: every grade given lies between 0 and 100
with received_grade as (
    select file_id, position, application_id, 'grade_text' as column_name, grade_text as received
    from raw_course_record
    union all by name
    select file_id, position, application_id, 'semester_grade' as column_name, semester_grade as received
    from raw_semester_grade
)

select
    file_id,
    position as row_position,
    column_name,
    received as raw_value,
    application_id,
from received_grade
join decoded_number on decoded_number.text = received
where number_value not between 0 and 100
