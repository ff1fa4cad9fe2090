-- Learning areas by name, as the codes of the records have them. One row per code.
with named as (
    select
        learning_area,
        min(learning_area_name) as name,
    from course
    where is_valid_code
        and learning_area_name is not null
    group by learning_area
)

select * from named
order by learning_area
