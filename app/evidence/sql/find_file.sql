-- The file behind a document or attachment key. One row per file, at most one.
with keyed_file as (
    select
        document_id as file_key,
        application_id,
        file_id,
    from document
    where document_id = $file_key
    union all
    select
        attachment_id as file_key,
        application_id,
        file_id,
    from attachment
    where attachment_id = $file_key
)

select
    keyed_file.file_key,
    keyed_file.application_id,
    source_file.relative_path,
    source_file.media_type,
    source_file.byte_size,
    source_file.sha256,
from keyed_file
inner join source_file using (file_id)
