-- The right answers that synthetic exports carry. One row per course that the records name.
select
    course_code,
    subject,
    syllabus_course_code,
    variation,
from raw_match_truth
semi join raw_course_record using (course_code, subject)
order by course_code, subject
