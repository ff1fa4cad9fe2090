-- Courses of the course-code lists. One row per code and subject.
with offer as (
    select
        coalesce(course_code, '') as course_code,
        coalesce(subject, '') as subject,
        semester_credits,
    from raw_course_offer
)

select * from offer
order by course_code, subject
