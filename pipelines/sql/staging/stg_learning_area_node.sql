-- Learning areas of one name share the node of the lowest code. One row per learning area.
with named_area as (
    select
        code as learning_area,
        name as learning_area_name,
        min(code) over (partition by name) as node_code,
    from ref_learning_area
)

select * from named_area
