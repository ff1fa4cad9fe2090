-- Nodes of the course tree. One row per node that has records.
with node as (
    select
        course_group_code,
        min(label) as label,
        min(course_category) as course_category,
        case
            when course_group_code = 'g.invalid' then 'zz'
            else substr(course_group_code, 3)
        end as sort_key,
    from stg_course_node
    group by course_group_code
)

select * from node
order by sort_key
