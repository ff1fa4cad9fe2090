-- Profiles as received. One row per profile that counts.
with counting_row as (
    select
        application_id,
        file_id,
        parsed_profile.* exclude (file_ref),
    from parsed_profile
    join live_file using (file_ref)
)

select * from counting_row
