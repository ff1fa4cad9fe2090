-- First attempts by category and area, in the order of students. One row per student, category and area.
with published_count as (
    select *
    from raw_roster_category_count
)

select * from published_count
