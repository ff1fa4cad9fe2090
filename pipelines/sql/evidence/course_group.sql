-- Nodes of the course tree. One row per node that has records or that the plan of an applicant offers.
with seen_node as (
    select course_group_code, label, course_category from stg_course_node
    union all
    select course_group_code, label, course_category
    from stg_course_offer
    semi join stg_applicant_plan using (course_plan_code)
),

node as (
    select
        course_group_code,
        min(label) as label,
        min(course_category) as course_category,
        case
            when course_group_code = 'g.invalid' then 'zz'
            else substr(course_group_code, 3)
        end as sort_key,
    from seen_node
    group by course_group_code
)

select * from node
order by sort_key
