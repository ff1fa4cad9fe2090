-- One row per student of the rosters. One row per student of the rosters.
with nothing as (
    select
        cast(null as uinteger) as student_no,
        cast(null as varchar) as school_code,
        cast(null as usmallint) as entry_year,
        cast(null as varchar) as program_group,
        cast(null as varchar) as department,
        cast(null as varchar) as division,
        cast(null as varchar) as class_kind,
        cast(null as varchar) as gender_code,
    where false
)

select * from nothing
order by student_no, school_code
