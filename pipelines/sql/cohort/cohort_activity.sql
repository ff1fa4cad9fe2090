-- One row per row of the activity and outcome rosters, without any free text. One row per row of the activity and outcome rosters, without any free text.
with nothing as (
    select
        cast(null as uinteger) as student_no,
        cast(null as varchar) as activity_list,
        cast(null as varchar) as level_code,
        cast(null as usmallint) as academic_year,
        cast(null as utinyint) as semester,
        cast(null as decimal(9,3)) as hours,
    where false
)

select * from nothing
order by student_no, activity_list
