-- PDF files that stand for a whole item. One row per file.
with placed_document as (
    select
        document_id,
        raw_document.application_id,
        application_place,
        document_kind,
        'document.' || document_kind as category_code,
        file_id,
        relative_path,
        media_type,
        byte_size,
        sha256,
    from raw_document
    join stg_application_place using (application_id)
    join raw_source_file using (file_id)
)

select * from placed_document
order by application_place, document_kind, document_id
