-- National subjects of one name share one node. One row per subject name.
with national_subject as (
    select
        name as subject,
        learning_area || '.' || code as place,
        subject_attribute,
        count(distinct name) over (partition by learning_area, code) as names_at_place,
    from ref_subject
    where course_category = '1'
),

named_node as (
    select
        subject,
        min(place || case when names_at_place > 1 then '.' || subject_attribute else '' end) as node_code,
    from national_subject
    group by subject
)

select * from named_node
