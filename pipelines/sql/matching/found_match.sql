-- What was found. One row per course code and subject.
select
    course_code,
    subject,
    syllabus_id,
    match_method,
    similarity,
from course_syllabus_match
