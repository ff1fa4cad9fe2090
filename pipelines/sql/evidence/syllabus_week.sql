-- One row per syllabus and week or unit. One row per syllabus and week or unit.
with nothing as (
    select
        cast(null as varchar) as syllabus_id,
        cast(null as integer) as position,
        cast(null as varchar) as week,
        cast(null as varchar) as topic,
        cast(null as varchar) as content,
        cast(null as varchar) as periods,
    where false
)

select * from nothing
order by syllabus_id, position
