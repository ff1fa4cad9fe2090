-- Schools and applicants of a stretch of applications, without PDF-only ones, by category. One row per category, and one with an empty code for everyone.
with candidate as (
    select
        application.application_place,
        applicant.applicant_id,
        nullif(applicant.school_code, '') as school_code,
    from application
    inner join applicant using (applicant_id)
    where application.application_place between $first_place and $last_place
        and application.submission_mode <> 'pdf'
),

held as (
    select
        category_count.category_code,
        count(distinct candidate.school_code)::integer as schools,
        count(distinct candidate.applicant_id)::integer as applicants,
    from category_count
    inner join candidate using (application_place)
    group by category_count.category_code
),

everyone as (
    select
        '' as category_code,
        count(distinct school_code)::integer as schools,
        count(distinct applicant_id)::integer as applicants,
    from candidate
),

counted as (
    select * from everyone
    union all
    select * from held
)

select * from counted
order by category_code
