-- Courses that found a syllabus. One row per course code and subject.
with found as (
    select
        course_code,
        subject,
        syllabus_id,
        match_method,
        similarity,
        cast(null as varchar) as runner_up_syllabus_id,
        cast(null as decimal(5, 2)) as runner_up_similarity,
    from raw_course_syllabus_match
)

select * from found
order by course_code, subject
