-- warn: every alias names a syllabus of the lists
-- One row per alias line without its syllabus.
select
    file_id,
    position as row_position,
    'syllabus_course_code' as column_name,
    syllabus_course_code || ' ' || syllabus_subject as raw_value,
from raw_syllabus_alias
anti join syllabus
    on syllabus.course_code = syllabus_course_code
    and syllabus.subject = syllabus_subject
