-- Files of applicants, and for each the one that counts in its place. One row per file.
with first_parse as (
    -- Equal files of two deliveries may have been read by two processes at once.
    select digest, min(file_ref) as file_ref
    from parsed_file
    group by digest
),

placed_file as (
    select
        listed_file.*,
        application_id,
        programme_code,
        delivery_number,
        file_ref,
        first_value(file_id) over (
            partition by application_id, slot
            order by delivery_number desc, relative_path desc
        ) as counting_file_id,
    from listed_file
    join listed_folder using (folder_number)
    left join first_parse using (digest)
)

select * from placed_file
