-- Linked files, and files that nothing links to. One row per link or file.
with linked_file as (
    select
        attachment_id,
        application_id,
        owner_id,
        category_code,
        link_kind,
        linked_path,
        file_id,
    from raw_attachment
)

select * from linked_file
order by application_id, attachment_id
