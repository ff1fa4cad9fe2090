-- Courses of the course-code lists. One row per code and subject.
with offer as (
    select
        coalesce(course_code, '') as course_code,
        coalesce(subject, '') as subject,
        semester_credits,
        cast(null as varchar) as course_plan_code,
        cast(null as varchar) as course_group_code,
    from raw_course_offer
)

select * from offer
order by course_code, subject
