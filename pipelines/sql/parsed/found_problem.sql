-- Problems found while reading JSON. One row per problem of a file that counts.
with counting_row as (
    select
        application_id,
        programme_code,
        file_id,
        parsed_problem.* exclude (file_ref),
    from parsed_problem
    join live_file using (file_ref)
)

select * from counting_row
