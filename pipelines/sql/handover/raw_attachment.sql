-- Links with the files they lead to in any delivery, and files without a link. One row per link or file.
with attached_file as (
    select
        application_id,
        local_path,
        file_id,
        attachment_id,
    from live_file
    where attachment_id is not null
),

linked_file as (
    select
        linked_path.attachment_id,
        application_id,
        owner_id,
        category_code,
        link_kind,
        linked_path,
        file_id,
        local_path,
        record_file_id,
        position,
    from linked_path
    left join attached_file using (application_id, local_path)
),

unlinked_file as (
    select
        attachment_id,
        application_id,
        'attachment.unlinked' as category_code,
        'unlinked' as link_kind,
        local_path as linked_path,
        file_id,
    from attached_file
    anti join linked_path using (application_id, local_path)
)

select * from linked_file
union all by name
select * from unlinked_file
