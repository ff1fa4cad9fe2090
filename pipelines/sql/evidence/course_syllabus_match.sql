-- Courses that found a syllabus. One row per course code and subject.
with found as (
    select
        course_code,
        subject,
        syllabus_id,
        match_method,
        cast(similarity as decimal(5, 2)) as similarity,
        runner_up_syllabus_id,
        cast(runner_up_similarity as decimal(5, 2)) as runner_up_similarity,
    from raw_course_syllabus_match
),

judged as (
    select
        *,
        -- Five points are less than one character of a name of ten.
        match_method = 'alike_name' and coalesce(runner_up_similarity >= similarity - 5, false) as is_uncertain,
    from found
)

select * from judged
order by course_code, subject
