-- What the grade sheets speak of, in one scan. One row per student with school and entry year, and per course.
with counted_value as (
    select
        student_id,
        school_code,
        left(course_code, 3) as entry_text,
        coalesce(course_code, '') as course_code,
        coalesce(subject, '') as subject,
        grouping(student_id) = 1 as is_course,
        count(*) as entries,
    from received
    group by grouping sets (
        (student_id, school_code, left(course_code, 3)),
        (coalesce(course_code, ''), coalesce(subject, ''))
    )
)

select * from counted_value
