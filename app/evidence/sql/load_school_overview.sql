-- The school an applicant comes from. One row per application, at most one.
with own as (
    select
        application.programme_code,
        applicant.school_code,
        applicant.school_name,
        applicant.county,
        applicant.school_type,
    from application
    inner join applicant using (applicant_id)
    where application.application_id = $application_id
),

schoolmate as (
    select count(*) as applications
    from application
    inner join applicant using (applicant_id)
    inner join own
        on own.programme_code = application.programme_code
        and own.school_code = applicant.school_code
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
