-- One row per row of the grade rosters, ordered by student, term and course. One row per row of the grade rosters, ordered by student, term and course.
with nothing as (
    select
        cast(null as uinteger) as student_no,
        cast(null as uinteger) as course_no,
        cast(null as usmallint) as academic_year,
        cast(null as utinyint) as semester,
        cast(null as varchar) as attempt,
        cast(null as decimal(4,1)) as credits,
        cast(null as decimal(5,2)) as grade,
        cast(null as decimal(5,2)) as makeup_grade,
        cast(null as boolean) as is_passed,
        cast(null as utinyint) as credit_rule,
        cast(null as decimal(5,2)) as counted_grade,
        cast(null as varchar) as counted_because,
    where false
)

select * from nothing
order by student_no, course_no
