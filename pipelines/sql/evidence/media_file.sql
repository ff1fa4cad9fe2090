-- Documents, images and recordings seen from inside. One row per distinct content.
with inspected as (
    select
        sha256,
        media_type,
        inspection,
        page_count,
        text_characters,
        picture_count,
        width,
        height,
        cast(duration_seconds as decimal(9, 1)) as duration_seconds,
        thumbnails,
    from raw_media_file
)

select * from inspected
order by sha256
