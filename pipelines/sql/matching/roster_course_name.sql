-- Courses as the grade rosters name them. One row per course code and subject.
select
    course_code,
    subject,
from raw_roster_course
