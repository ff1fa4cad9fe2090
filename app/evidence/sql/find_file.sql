-- The file behind a document or attachment key. One row per file, at most one.
with keyed_file as (
    select
        document_id as file_key,
        application_id,
        relative_path,
        media_type,
        byte_size,
        sha256,
    from document
    where document_id = $file_key
    union all
    select
        attachment_id as file_key,
        application_id,
        relative_path,
        media_type,
        byte_size,
        sha256,
    from attachment
    where attachment_id = $file_key and file_id is not null
)

select * from keyed_file
