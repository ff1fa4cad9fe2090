-- The plan most courses of the own school belong to, the lower code first among equals. One row per applicant with one.
with own_school as (
    select applicant_id, stg_school_code.school_code
    from stg_profile
    join stg_school_code on stg_school_code.received_code = stg_profile.school_code
),

counted_plan as (
    select
        applicant_id,
        course_plan_code,
        count(*) as records,
    from stg_course_record
    join stg_course using (course_code)
    join raw_application using (application_id)
    join own_school using (applicant_id, school_code)
    where course_plan_code is not null
    group by applicant_id, course_plan_code
),

main_plan as (
    select
        applicant_id,
        first(course_plan_code order by records desc, course_plan_code) as course_plan_code,
    from counted_plan
    group by applicant_id
)

select * from main_plan
