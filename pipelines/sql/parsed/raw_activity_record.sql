-- Activity records as received. One row per activity record that counts.
with counting_row as (
    select
        application_id,
        file_id,
        parsed_activity_record.* exclude (file_ref),
    from parsed_activity_record
    join live_file using (file_ref)
)

select * from counting_row
