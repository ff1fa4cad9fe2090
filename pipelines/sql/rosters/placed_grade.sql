-- First grades as places in the bins of all courses. One row per graded first attempt.
with placed_grade as (
    select
        slot,
        cast(least(cast(floor(grade) as integer), 99) as integer) as bin,
    from raw_roster_record
    join term_course using (course_no, academic_year, semester)
    where attempt in ('semester', 'evening') and grade is not null
)

select * from placed_grade
