-- The problems by rule, counted over rows, files and applications. One row per rule that found a problem.
with counted_rule as (
    select
        rule,
        severity,
        cast(count(*) as integer) as problems,
        cast(count(distinct relative_path) as integer) as files,
        cast(count(distinct application_id) as integer) as applications,
        message,
    from data_problem
    group by rule, severity, message
)

select * from counted_rule
order by rule, severity
