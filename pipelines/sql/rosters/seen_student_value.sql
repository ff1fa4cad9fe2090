-- What the other sheets speak of. One row per student and school.
with counted_value as (
    select
        student_id,
        school_code,
        cast(null as varchar) as entry_text,
        cast(null as varchar) as course_code,
        cast(null as varchar) as subject,
        false as is_course,
        count(*) as entries,
    from received
    group by student_id, school_code
)

select * from counted_value
