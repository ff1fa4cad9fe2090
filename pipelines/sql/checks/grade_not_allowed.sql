-- warn: group activities and flexible time carry no grade, except credited enrichment
select
    file_id,
    position as row_position,
    'grade_text' as column_name,
    grade_text as raw_value,
    application_id,
from stg_course_record
join decoded_course_code using (course_code)
where forbids_grade and grade is not null
