-- warn: an attachment or the PDF of an item is no larger than its channel allows
with handed_in as (
    select distinct
        application_id,
        file_id,
        if(media_type in ('audio/mpeg', 'video/mp4'), 'attachment_recording_bytes', 'attachment_document_bytes')
            as limit_code,
    from attachment
    where file_id is not null
    union all
    select
        application_id,
        file_id,
        'item_document_bytes' as limit_code,
    from document
    -- The school sends this one.
    where document_kind <> 'sixth_semester_transcript'
)

select
    file_id,
    cast(byte_size as varchar) as raw_value,
    handed_in.application_id,
from handed_in
join source_file using (file_id)
join application on application.application_id = handed_in.application_id
join stg_portfolio_limit using (programme_code, limit_code)
where byte_size > most
