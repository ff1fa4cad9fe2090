-- Links of records as received. One row per link of a file that counts.
with counting_row as (
    select
        application_id,
        file_id as record_file_id,
        parsed_link.* exclude (file_ref),
    from parsed_link
    join live_file using (file_ref)
)

select * from counting_row
