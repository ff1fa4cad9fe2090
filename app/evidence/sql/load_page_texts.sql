-- Texts of the pages of a PDF content. One row per page, in order.
select
    page_number,
    text,
from document_page
where sha256 = $sha256
order by page_number
