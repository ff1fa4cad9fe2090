-- Course outcomes handed over. One row per outcome.
with outcome as (
    select * exclude (file_id),
    from stg_course_outcome
)

select * from outcome
order by application_id, position
