-- Every problem found while reading and checking. One row per problem.
with placed_problem as (
    select
        rule,
        coalesce(raw_problem.relative_path, raw_source_file.relative_path) as relative_path,
        row_position,
        column_name,
        raw_value,
        -- The applications of a test school are not published, so their problems name no application.
        application.application_id,
        coalesce(raw_problem.programme_code, application.programme_code) as programme_code,
    from raw_problem
    left join raw_source_file using (file_id)
    left join application on application.application_id = raw_problem.application_id
),

worded_problem as (
    select
        cast(
            row_number() over (
                order by relative_path, row_position, rule, column_name, raw_value, application_id
            ) as integer
        ) as problem_id,
        severity,
        rule,
        relative_path,
        row_position,
        column_name,
        left(raw_value, 200) as raw_value,
        message,
        application_id,
        programme_code,
    from placed_problem
    left join ref_problem_rule using (rule)
)

select * from worded_problem
order by problem_id
