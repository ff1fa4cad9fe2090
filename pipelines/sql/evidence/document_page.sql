-- The text of each page of a PDF. One row per content and page.
with page as (
    select
        sha256,
        page_number,
        text,
    from raw_document_page
)

select * from page
order by sha256, page_number
