-- Files of an application that a record links to, missing ones included. One row per link.
select
    attachment.owner_id,
    attachment.link_kind,
    coalesce(attachment.linked_path, '') as linked_path,
    attachment.attachment_id as file_key,
    attachment.application_id,
    attachment.relative_path,
    attachment.media_type,
    attachment.byte_size,
    attachment.sha256,
from attachment
where attachment.application_place = $application_place
    and attachment.owner_id is not null
order by attachment.owner_id, attachment.attachment_id
