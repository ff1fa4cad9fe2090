-- Files of applicants that count. One row per file.
with counting_file as (
    select
        file_id,
        file_ref,
        application_id,
        programme_code,
        file_role,
        local_path,
        document_id,
        attachment_id,
        coalesce(is_readable, true) as is_readable,
    from applicant_file
    left join parsed_file using (file_ref)
    anti join test_application using (application_id)
    where file_id = counting_file_id
)

select * from counting_file
