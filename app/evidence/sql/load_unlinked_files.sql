-- Files of an application that no record links to. One row per file.
select
    attachment.attachment_id as file_key,
    attachment.application_id,
    attachment.relative_path,
    attachment.media_type,
    attachment.byte_size,
    attachment.sha256,
from attachment
where attachment.application_place = $application_place
    and attachment.owner_id is null
    and attachment.file_id is not null
order by attachment.relative_path, attachment.attachment_id
