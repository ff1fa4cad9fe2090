-- What matching needs to know of the syllabi. One row per syllabus.
select
    syllabus_id,
    coalesce(course_code, '') as course_code,
    coalesce(subject, '') as subject,
    coalesce(academic_year, '') as academic_year,
from raw_syllabus
