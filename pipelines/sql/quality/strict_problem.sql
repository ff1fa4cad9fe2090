-- Where the chosen rules are broken. One row per problem.
with chosen as (
    select
        rule,
        relative_path,
        row_position + 1 as row_number,
        column_name,
        programme_code,
        application_id,
        problem_id,
    from data_problem
    where list_contains($rules, rule)
)

select * exclude (problem_id) from chosen
order by rule, problem_id
