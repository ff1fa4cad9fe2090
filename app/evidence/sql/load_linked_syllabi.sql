-- What the courses of a programme's applicants teach. One row per syllabus.
with linked as (
    select distinct course_syllabus_match.syllabus_id
    from course_record
    inner join course_syllabus_match using (course_code, subject)
    where application_place between $first_place and $last_place
)

select
    syllabus_id,
    concat_ws(chr(10), aims, weeks, prerequisite, assessment, remarks, student_profile) as text,
from syllabus
inner join linked using (syllabus_id)
order by syllabus_id
