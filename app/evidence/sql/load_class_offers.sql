-- Courses in the plans of a class, by code. One row per course code and subject.
with offer as (
    select
        course_code,
        subject,
        coalesce(semester_credits, '') as semester_credits,
    from course_offer
    -- The list is laid out by code: a range of it is read, not all of it.
    where (course_code >= $first_plan and course_code < $first_plan || '~')
        or (course_code >= $second_plan and course_code < $second_plan || '~')
)

select * from offer
order by course_code, subject
