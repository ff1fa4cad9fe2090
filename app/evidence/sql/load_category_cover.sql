-- Applicants of a programme, without PDF-only ones, with evidence of each category. One row per category, school type and county.
with candidate as (
    select
        application.application_place,
        coalesce(applicant.school_type, '') as school_type,
        coalesce(applicant.county, '') as county,
    from application
    inner join applicant using (applicant_id)
    where application.application_place between $first_place and $last_place
        and application.submission_mode <> 'pdf'
)

select
    category_count.category_code,
    candidate.school_type,
    candidate.county,
    count(*)::integer as applicants,
from category_count
inner join candidate using (application_place)
group by category_count.category_code, candidate.school_type, candidate.county
order by category_count.category_code, candidate.school_type, candidate.county
