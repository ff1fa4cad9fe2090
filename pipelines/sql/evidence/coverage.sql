-- One row per programme and evidence category or course group. One row per programme and evidence category or course group.
with nothing as (
    select
        cast(null as varchar) as programme_code,
        cast(null as varchar) as category_code,
        cast(null as integer) as applications,
        cast(null as integer) as applications_with,
        cast(null as integer) as entries,
    where false
)

select * from nothing
order by programme_code, category_code
