-- Courses in the terms in which schools gave them. One row per course, year and semester.
with first_grade as (
    select course_no, academic_year, semester, grade
    from raw_roster_record
    where attempt in ('semester', 'evening')
),

counted_term as (
    select
        course_no,
        academic_year,
        semester,
        cast(count(*) as uinteger) as population,
        cast(count(grade) as uinteger) as graded,
    from first_grade
    group by course_no, academic_year, semester
    having count(grade) > 0
),

placed_term as (
    select
        *,
        cast(row_number() over (order by course_no, academic_year, semester) - 1 as integer) as slot,
    from counted_term
)

select * from placed_term
order by slot
