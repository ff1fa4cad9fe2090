-- PDF files that stand for an item; beside a JSON that can be read they are other documents. One row per file.
with arrived_document as (
    select
        document_id,
        application_id,
        file_id,
        file_role[10:] as named_kind,
    from live_file
    where document_id is not null
),

json_item as (
    select
        application_id,
        file_role as named_kind,
        true as is_replaced,
    from live_file
    where file_ref is not null and is_readable
),

placed_document as (
    select
        document_id,
        application_id,
        case when is_replaced then 'other_document' else named_kind end as document_kind,
        file_id,
        named_kind,
    from arrived_document
    left join json_item using (application_id, named_kind)
)

select * from placed_document
