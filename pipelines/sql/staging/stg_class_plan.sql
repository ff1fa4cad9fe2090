-- The plans a class follows, undivided and of its class group. One row per applicant and plan.
with counted_plan as (
    select
        applicant_id,
        stg_course.course_plan_code,
        right(stg_course.course_plan_code, 1) = '0' as is_undivided,
        stg_course.course_plan_code = stg_applicant_plan.course_plan_code as is_main,
        count(*) as records,
    from stg_course_record
    join stg_course using (course_code)
    join raw_application using (application_id)
    join stg_applicant_plan using (applicant_id)
    -- Entry year, school and department: courses of another class are open to some, its plan is not their own.
    where left(stg_course.course_plan_code, 15) = left(stg_applicant_plan.course_plan_code, 15)
    group by applicant_id, stg_course.course_plan_code, stg_applicant_plan.course_plan_code
),

class_plan as (
    select
        applicant_id,
        first(course_plan_code order by is_main desc, records desc, course_plan_code) as course_plan_code,
    from counted_plan
    group by applicant_id, is_undivided
)

select * from class_plan
order by applicant_id, course_plan_code
