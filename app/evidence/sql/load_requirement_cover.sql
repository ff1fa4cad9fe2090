-- Applicants of a programme, without PDF-only ones, with evidence in any of some categories. One row per school code, school type and county.
with candidate as (
    select
        application.application_place,
        applicant.school_code,
        coalesce(applicant.school_type, '') as school_type,
        coalesce(applicant.county, '') as county,
    from application
    inner join applicant using (applicant_id)
    where application.application_place between $first_place and $last_place
        and application.submission_mode <> 'pdf'
),

fed as (
    select distinct application_place
    from category_count
    where application_place between $first_place and $last_place
        and list_contains($category_codes::varchar[], category_code)
),

grouped as (
    select
        candidate.school_code,
        candidate.school_type,
        candidate.county,
        count(*)::integer as applicants,
        count(fed.application_place)::integer as applicants_with,
    from candidate
    left join fed using (application_place)
    group by candidate.school_code, candidate.school_type, candidate.county
)

select
    coalesce(grouped.school_code, '') as school_code,
    grouped.school_type,
    grouped.county,
    grouped.applicants,
    grouped.applicants_with,
    coalesce(school.school_name, grouped.school_code, '') as school_name,
from grouped
left join school using (school_code)
order by grouped.school_code, grouped.school_type, grouped.county
