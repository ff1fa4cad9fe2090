-- PDF files of an application that stand for a whole item. One row per document.
select
    document.document_kind,
    document.category_code,
    coalesce(evidence_category.label, document.document_kind) as label,
    document.document_id as file_key,
    document.application_id,
    source_file.relative_path,
    source_file.media_type,
    source_file.byte_size,
    source_file.sha256,
    media_file.page_count,
    media_file.text_characters > 0 as has_text,
from document
inner join source_file using (file_id)
left join media_file using (sha256)
left join evidence_category using (category_code)
where document.application_id = $application_id
order by evidence_category.sort_order nulls last, document.category_code, document.document_id
