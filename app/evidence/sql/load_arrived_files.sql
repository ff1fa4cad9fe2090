-- What arrived for the applications of a programme. One row per application and file role.
with own as (
    select application_id
    from application
    where programme_code = $programme_code
),

arrived as (
    select
        application_id,
        file_role,
        count(*) filter (superseded_by is null)::integer as files,
        count(*) filter (superseded_by is not null)::integer as files_superseded,
        sum(rows_read)::integer as rows_read,
        sum(rows_superseded)::integer as rows_superseded,
    from source_file
    inner join own using (application_id)
    group by application_id, file_role
)

select * from arrived
order by application_id, file_role
