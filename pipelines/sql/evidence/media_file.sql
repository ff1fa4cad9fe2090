-- One row per distinct content of a document, image, audio or video. One row per distinct content of a document, image, audio or video.
with nothing as (
    select
        cast(null as varchar) as sha256,
        cast(null as varchar) as media_type,
        cast(null as varchar) as inspection,
        cast(null as integer) as page_count,
        cast(null as integer) as text_characters,
        cast(null as integer) as width,
        cast(null as integer) as height,
        cast(null as decimal(9,1)) as duration_seconds,
        cast(null as integer) as thumbnails,
    where false
)

select * from nothing
order by sha256, media_type
