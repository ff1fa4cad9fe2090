-- One row per student, course category and learning area. One row per student, course category and learning area.
with nothing as (
    select
        cast(null as uinteger) as student_no,
        cast(null as varchar) as course_category,
        cast(null as varchar) as learning_area,
        cast(null as usmallint) as courses,
        cast(null as usmallint) as graded,
        cast(null as decimal(9,2)) as grade_sum,
    where false
)

select * from nothing
order by student_no, course_category
