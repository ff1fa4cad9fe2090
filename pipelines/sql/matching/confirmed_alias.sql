-- What persons said of pairs of course and syllabus. One row per pair.
select
    course_code,
    subject,
    syllabus_course_code,
    syllabus_subject,
    verdict = 'accepted' as is_accepted,
from raw_syllabus_alias
