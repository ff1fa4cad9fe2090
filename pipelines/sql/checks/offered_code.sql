-- warn: every code of a course-code list keeps the rules of its form and lists
select
    file_id,
    position as row_position,
    'course_code' as column_name,
    course_code as raw_value,
from raw_course_offer
anti join stg_offer_code using (course_code)
