-- warn: no item arrived both as JSON and as PDF
select
    file_id,
    application_id,
from raw_document
where document_kind <> named_kind
