-- What the plans of the own class offer beside what was taken. One row per applicant and course group with either.
with taken_group as (
    select
        applicant_id,
        course_group_code,
        cast(count(distinct (course_code, subject)) as integer) as taken,
    from stg_course_record
    join stg_course_node using (course_code, subject)
    join raw_application using (application_id)
    group by applicant_id, course_group_code
),

plan_course as (
    select
        course_plan_code,
        course_group_code,
        course_code,
        subject,
    from stg_course_offer
    where course_plan_code is not null
),

offered_group as (
    select
        applicant_id,
        course_group_code,
        -- The same course in both plans is one opportunity.
        cast(count(distinct (plan_course.course_code[17:], subject)) as integer) as offered,
    from stg_class_plan
    join plan_course using (course_plan_code)
    group by applicant_id, course_group_code
),

covered as (
    select distinct applicant_id
    from offered_group
),

opportunity as (
    select
        applicant_id,
        course_group_code,
        -- Zero where a list tells the plan and this group is not in it; null where no list tells the plan.
        case when covered.applicant_id is not null then coalesce(offered, 0) end as offered,
        coalesce(taken, 0) as taken,
    from taken_group
    full join offered_group using (applicant_id, course_group_code)
    left join covered using (applicant_id)
)

select * from opportunity
order by applicant_id, course_group_code
