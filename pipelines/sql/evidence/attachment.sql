-- Linked files, and files that nothing links to. One row per link or file.
with linked_file as (
    select
        attachment_id,
        raw_attachment.application_id,
        application_place,
        owner_id,
        category_code,
        link_kind,
        linked_path,
        file_id,
        relative_path,
        media_type,
        byte_size,
        sha256,
    from raw_attachment
    join stg_application_place using (application_id)
    left join raw_source_file using (file_id)
)

select * from linked_file
order by application_place, attachment_id
