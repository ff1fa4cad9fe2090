-- Whole texts of written documents that are compared with each other. One row per document with any text.
with content as (
    select
        sha256,
        string_agg(text, chr(10) order by page_number) as text,
    from document_page
    group by sha256
),

compared as (
    select
        applicant_id,
        programme_code,
        document.application_id,
        document_id as entry_id,
        text,
    from document
    join application using (application_id)
    join content using (sha256)
    where document_kind in ('personal_statement', 'activity_reflection', 'other_document')
        and text <> ''
)

select * from compared
order by programme_code, application_id, entry_id
