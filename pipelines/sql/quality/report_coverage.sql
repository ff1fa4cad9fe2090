-- Applications with evidence, in the order of the evidence tree. One row per category and programme.
with labelled as (
    select category_code, label, cast(sort_order as varchar) as sort_key, 0 as branch
    from evidence_category
    union all
    select 'course_group.' || course_group_code, label, sort_key, 1
    from course_group
)

select
    category_code,
    coalesce(label, category_code) as label,
    programme_code,
    applications,
    applications_with,
from coverage
left join labelled using (category_code)
order by branch, length(sort_key) * (1 - branch), sort_key, category_code, programme_code
