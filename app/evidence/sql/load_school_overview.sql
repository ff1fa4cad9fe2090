-- The school an applicant comes from. One row per application, at most one.
with own as (
    select
        applicant.school_code,
        applicant.school_name,
        applicant.county,
        applicant.school_type,
    from application
    inner join applicant using (applicant_id)
    where application.application_place = $application_place
),

schoolmate as (
    select count(*) as applications
    from application
    inner join applicant using (applicant_id)
    inner join own using (school_code)
    where application.application_place between $first_place and $last_place
)

select
    coalesce(own.school_code, '') as school_code,
    coalesce(own.school_name, school.school_name, '') as school_name,
    coalesce(own.county, school.county) as county,
    own.school_type,
    schoolmate.applications,
from own
cross join schoolmate
left join school using (school_code)
