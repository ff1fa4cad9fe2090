-- Courses as the records name them. One row per course code and subject.
select distinct
    coalesce(course_code, '') as course_code,
    coalesce(subject, '') as subject,
from raw_course_record
