-- Problems the pipeline found, by number. One row per problem.
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
from data_problem
where ($programme_code is null or programme_code = $programme_code)
    and ($application_id is null or application_id = $application_id)
order by problem_id
limit $limit
