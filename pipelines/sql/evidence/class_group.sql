-- Letters of class groups and their names. One row per school, entry year and letter of the class-group files.
with named_group as (
    select
        school_code,
        cast(entry_year as integer) as entry_year,
        class_group,
        class_group_name,
    from raw_class_group
)

select * from named_group
order by school_code, entry_year, class_group
