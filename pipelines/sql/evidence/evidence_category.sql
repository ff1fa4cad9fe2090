-- Nodes of the evidence tree beside the course groups. One row per category.
with category as (
    select
        category_code,
        label,
        cast(sort_order as integer) as sort_order,
    from ref_evidence_category
)

select * from category
order by sort_order
