-- One row per delivery (folder or archive) in the order of arrival. One row per delivery (folder or archive) in the order of arrival.
with nothing as (
    select
        cast(null as integer) as delivery_number,
        cast(null as varchar) as delivery_name,
        cast(null as integer) as files,
        cast(null as integer) as files_superseded,
    where false
)

select * from nothing
order by delivery_number, delivery_name
