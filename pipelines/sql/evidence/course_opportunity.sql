-- One row per applicant and course group in which the own plan offers or the applicant took courses. One row per applicant and course group in which the own plan offers or the applicant took courses.
with nothing as (
    select
        cast(null as varchar) as applicant_id,
        cast(null as varchar) as course_group_code,
        cast(null as integer) as offered,
        cast(null as integer) as taken,
    where false
)

select * from nothing
order by applicant_id, course_group_code
