-- Distributions counted through in the order of the applications that show them. One row per distribution in use.
with used_distribution as (
    select
        application_id,
        coalesce(
            stg_course_record.grade_distribution_id, stg_computed_distribution.grade_distribution_id
        ) as grade_distribution_id,
    from stg_course_record
    left join stg_computed_distribution using (course_code, academic_year, semester)
    union all
    select application_id, grade_distribution_id from raw_semester_standing
),

first_use as (
    select
        grade_distribution_id,
        min(application_place) as application_place,
    from used_distribution
    join stg_application_place using (application_id)
    where grade_distribution_id is not null
    group by grade_distribution_id
),

placed_distribution as (
    select
        grade_distribution_id,
        cast(row_number() over (order by application_place, grade_distribution_id) as integer) as distribution_place,
    from first_use
)

select * from placed_distribution
