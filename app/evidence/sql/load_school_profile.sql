-- The school an applicant comes from, and the own class there. One row per application, at most one.
with own as (
    select
        applicant.*,
        application.application_place,
    from application
    inner join applicant using (applicant_id)
    where application.application_place = $application_place
),

-- Positions 1 to 15 are cohort, school and department, 16 is the class group. Some take courses of another class.
divided_plan as (
    select
        course_record.course_code[1:16] as class_plan_code,
        count(*) as courses,
    from course_record
    inner join own using (application_place)
    where course_record.is_valid_code
        and course_record.course_code[1:15] = own.course_plan_code[1:15]
        and course_record.course_code[16] <> '0'
    group by class_plan_code
),

class_plan as (
    select class_plan_code
    from divided_plan
    order by
        courses desc,
        class_plan_code
    limit 1
),

named_group as (
    select min(class_group.class_group_name) as class_group_name
    from class_plan
    inner join class_group
        on class_group.school_code = class_plan.class_plan_code[4:9]
        and class_group.class_group = class_plan.class_plan_code[16]
        and coalesce(class_group.entry_year, try_cast(class_plan.class_plan_code[1:3] as integer))
        = try_cast(class_plan.class_plan_code[1:3] as integer)
)

select
    coalesce(own.school_code, '') as school_code,
    coalesce(own.school_name, school.school_name, '') as school_name,
    coalesce(own.county, school.county) as county,
    own.school_type,
    own.program_group_name,
    own.department_name,
    own.class_kind,
    own.course_plan_code,
    class_plan.class_plan_code,
    class_plan.class_plan_code[16] as class_group,
    named_group.class_group_name,
from own
left join school using (school_code)
left join class_plan on true
left join named_group on true
