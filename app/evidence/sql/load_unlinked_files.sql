-- Files of an application that no record links to. One row per file.
select
    attachment.attachment_id as file_key,
    attachment.application_id,
    source_file.relative_path,
    source_file.media_type,
    source_file.byte_size,
    source_file.sha256,
from attachment
inner join source_file using (file_id)
where attachment.application_id = $application_id
    and attachment.owner_id is null
order by source_file.relative_path, attachment.attachment_id
