-- Course outcomes handed over. One row per outcome.
with outcome as (
    select
        * exclude (file_id, programme_code),
    from stg_course_outcome
    join stg_application_place using (application_id)
)

select * from outcome
order by application_place, position
