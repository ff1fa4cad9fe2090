-- Files of an application that a record links to, missing ones included. One row per link.
select
    attachment.owner_id,
    attachment.link_kind,
    coalesce(attachment.linked_path, '') as linked_path,
    attachment.attachment_id as file_key,
    attachment.application_id,
    source_file.relative_path,
    source_file.media_type,
    source_file.byte_size,
    source_file.sha256,
from attachment
left join source_file using (file_id)
where attachment.application_id = $application_id
    and attachment.owner_id is not null
order by attachment.owner_id, attachment.attachment_id
