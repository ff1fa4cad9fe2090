-- PDF files that stand for a whole item. One row per file.
with placed_document as (
    select
        document_id,
        application_id,
        document_kind,
        'document.' || document_kind as category_code,
        file_id,
    from raw_document
)

select * from placed_document
order by application_id, document_kind, document_id
