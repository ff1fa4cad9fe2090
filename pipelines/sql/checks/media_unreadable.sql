-- warn: documents, images and recordings can be looked into
with handed_in as (
    select application_id, file_id from document
    union
    select application_id, file_id from attachment where file_id is not null
)

select
    'media_' || inspection as rule,
    file_id,
    handed_in.application_id,
from handed_in
join source_file using (file_id)
join media_file using (sha256)
where inspection <> 'fine'
