-- Courses that found a syllabus. One row per course code and subject.
with found as (
    select
        course_code,
        subject,
        syllabus_id,
        match_method,
        similarity,
    from raw_course_syllabus_match
)

select * from found
order by course_code, subject
