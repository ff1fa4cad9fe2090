-- One row per rule that found a problem. One row per rule that found a problem.
with nothing as (
    select
        cast(null as varchar) as rule,
        cast(null as varchar) as severity,
        cast(null as integer) as problems,
        cast(null as integer) as files,
        cast(null as integer) as applications,
        cast(null as varchar) as message,
    where false
)

select * from nothing
order by rule, severity
