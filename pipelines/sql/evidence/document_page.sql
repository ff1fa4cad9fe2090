-- One row per page of a PDF content. One row per page of a PDF content.
with nothing as (
    select
        cast(null as varchar) as sha256,
        cast(null as integer) as page_number,
        cast(null as varchar) as text,
        cast(null as varchar) as folded_text,
    where false
)

select * from nothing
order by sha256, page_number
