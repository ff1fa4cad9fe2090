-- PDF files of an application that stand for a whole item. One row per document.
select
    document.document_kind,
    document.category_code,
    coalesce(evidence_category.label, document.document_kind) as label,
    document.document_id as file_key,
    document.application_id,
    document.relative_path,
    document.media_type,
    document.byte_size,
    document.sha256,
    media_file.page_count,
    media_file.text_characters > 0 as has_text,
from document
left join media_file using (sha256)
left join evidence_category using (category_code)
where document.application_place = $application_place
order by evidence_category.sort_order nulls last, document.category_code, document.document_id
