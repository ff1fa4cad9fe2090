-- Courses of the course-code lists. One row per code and subject.
with offer as (
    select
        course_code,
        subject,
        semester_credits,
        course_plan_code,
        course_group_code,
    from stg_course_offer
)

select * from offer
order by course_code, subject
