-- One row per school, entry year and class-group letter named by the class-group files. One row per school, entry year and class-group letter named by the class-group files.
with nothing as (
    select
        cast(null as varchar) as school_code,
        cast(null as integer) as entry_year,
        cast(null as varchar) as class_group,
        cast(null as varchar) as class_group_name,
    where false
)

select * from nothing
order by school_code, entry_year
