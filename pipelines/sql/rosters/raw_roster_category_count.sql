-- First attempts by category and area. One row per student, course category and learning area.
with counted_row as (
    select
        student_no,
        course_category,
        learning_area,
        cast(count(*) as usmallint) as courses,
        cast(count(counted_grade) as usmallint) as graded,
        cast(sum(counted_grade) as decimal(9, 2)) as grade_sum,
    from raw_roster_record
    join raw_roster_course using (course_no)
    where attempt in ('semester', 'late_course', 'transfer', 'evening')
    group by student_no, course_category, learning_area
)

select * from counted_row
order by student_no, course_category, learning_area
