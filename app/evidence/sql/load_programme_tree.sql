-- Evidence tree of a programme with applications that have at least one entry. One row per node, in tree order.
with programme_count as (
    select
        category_count.category_code,
        count(*) as applications,
    from category_count
    where application_place between $first_place and $last_place
    group by category_count.category_code
),

category_node as (
    select
        evidence_category.category_code,
        evidence_category.label,
        coalesce(programme_count.applications, 0) as applications,
        lpad(evidence_category.sort_order::varchar, 9, '0') as place,
    from evidence_category
    left join programme_count using (category_code)
    where programme_count.category_code is not null
        or not list_contains($shown_if_present::varchar[], evidence_category.category_code)
),

course_node as (
    select
        programme_count.category_code,
        course_group.label,
        programme_count.applications,
        'course ' || course_group.sort_key as place,
    from course_group
    inner join programme_count
        on programme_count.category_code = 'course_group.' || course_group.course_group_code
),

tree as (
    select * from category_node
    union all
    select * from course_node
)

select
    category_code,
    label,
    applications::integer as applications,
from tree
order by place, category_code
