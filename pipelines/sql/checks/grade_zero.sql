-- warn: no grade is zero
select
    file_id,
    position as row_position,
    'grade_text' as column_name,
    grade_text as raw_value,
    application_id,
from stg_course_record
where grade = 0
