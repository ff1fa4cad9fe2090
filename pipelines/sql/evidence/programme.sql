-- Programmes of the list and of the folders. One row per programme.
with last_year as (
    select max(academic_year) + 1 as derived_year
    from stg_course_record
    where academic_year between 108 and 200
),

dated_programme as (
    select
        programme_code,
        programme_name,
        university_code,
        university_name,
        admission_channel,
        coalesce(admission_year, derived_year, 0) as admission_year,
    from raw_programme
    cross join last_year
)

select * from dated_programme
order by programme_code
