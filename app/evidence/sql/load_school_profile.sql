-- The school an applicant comes from, and the own class there. One row per application, at most one.
with own as (
    select applicant.*
    from application
    inner join applicant using (applicant_id)
    where application.application_place = $application_place
),

-- Positions 1 to 3 of a plan code are the entry year, 16 is the class group.
named_group as (
    select
        own.applicant_id,
        min(class_group.class_group_name) as class_group_name,
    from own
    inner join class_group
        on class_group.school_code = own.school_code
        and class_group.class_group = own.course_plan_code[16]
        and coalesce(class_group.entry_year, try_cast(own.course_plan_code[1:3] as integer))
        = try_cast(own.course_plan_code[1:3] as integer)
    group by own.applicant_id
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
    nullif(own.course_plan_code[16], '0') as class_group,
    named_group.class_group_name,
from own
left join school using (school_code)
left join named_group using (applicant_id)
