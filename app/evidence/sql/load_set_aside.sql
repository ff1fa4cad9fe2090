-- What of a programme's applications is not shown, or shown with a flaw. One row per application, file and rule.
with told as (
    select
        application_id,
        relative_path,
        rule,
        severity = 'set_aside' as is_set_aside,
        count(*)::integer as rows,
    from data_problem
    where programme_code = $programme_code
        and application_id is not null
        and (severity = 'set_aside' or list_contains($rules::varchar[], rule))
    group by all
),

placed as (
    select
        told.application_id,
        coalesce(source_file.file_role, '') as file_role,
        coalesce(parse_filename(told.relative_path), '') as file_name,
        told.rule,
        told.is_set_aside,
        told.rows,
    from told
    left join source_file using (relative_path)
)

select * from placed
order by application_id, file_role, file_name, rule
