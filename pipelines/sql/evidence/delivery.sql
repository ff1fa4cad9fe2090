-- What was handed over. One row per delivery (folder or archive) in the order of arrival.
with counted_delivery as (
    select
        delivery_number,
        cast(count(*) as integer) as files,
    from raw_source_file
    group by delivery_number
),

superseding_delivery as (
    select
        replacing.delivery_number,
        cast(count(*) as integer) as files_superseded,
    from raw_source_file as replaced
    join raw_source_file as replacing on replacing.file_id = replaced.superseded_by
    where replacing.delivery_number > replaced.delivery_number
    group by replacing.delivery_number
),

described_delivery as (
    select
        delivery_number,
        delivery_name,
        coalesce(files, 0) as files,
        coalesce(files_superseded, 0) as files_superseded,
    from listed_delivery
    left join counted_delivery using (delivery_number)
    left join superseding_delivery using (delivery_number)
)

select * from described_delivery
order by delivery_number
