-- warn: the PDF files of an application in PDF mode are together no larger than its channel allows
with total as (
    select
        application_id,
        sum(byte_size) as byte_size,
    from document
    where document_kind <> 'sixth_semester_transcript'
    group by application_id
)

select
    cast(byte_size as varchar) as raw_value,
    application_id,
from total
join application using (application_id)
join stg_portfolio_limit using (programme_code)
where limit_code = 'all_documents_bytes'
    and submission_mode = 'pdf'
    and byte_size > most
