-- Problems the pipeline found: set aside first, then rare rules, so that none drowns. One row per problem.
with chosen as (
    select
        *,
        count(*) over (partition by severity, rule) as problems_of_rule,
    from data_problem
    where ($programme_code is null or programme_code = $programme_code)
        and ($application_id is null or application_id = $application_id)
)

select
    severity,
    rule,
    relative_path,
    row_position,
    column_name,
    raw_value,
    message,
    application_id,
    programme_code,
from chosen
order by
    severity <> 'set_aside',
    problems_of_rule,
    rule,
    problem_id
limit $limit
