-- Course groups that the schools of a programme's applicants offer one cohort. One row per school code and course group.
with own_school as (
    select distinct applicant.school_code
    from application
    inner join applicant using (applicant_id)
    where application.application_place between $first_place and $last_place
        and applicant.school_code <> ''
)

select distinct
    own_school.school_code,
    'course_group.' || course_offer.course_group_code as category_code,
from course_offer
inner join own_school on own_school.school_code = course_offer.course_code[4:9]
order by own_school.school_code, category_code
