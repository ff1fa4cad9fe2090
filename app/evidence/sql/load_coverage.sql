-- Applications of a programme with evidence of each kind, in the order of the tree. One row per category.
with labelled as (
    select category_code, label, sort_order, '' as sort_key
    from evidence_category
    union all
    select 'course_group.' || course_group_code, label, null, sort_key
    from course_group
)

select
    category_code,
    coalesce(label, category_code) as label,
    applications,
    applications_with,
    entries,
from coverage
left join labelled using (category_code)
where programme_code = $programme_code
    -- Every category of evidence; of the many course groups those that occur here.
    and (entries > 0 or not starts_with(category_code, 'course_group.'))
order by sort_order nulls last, sort_key, category_code
