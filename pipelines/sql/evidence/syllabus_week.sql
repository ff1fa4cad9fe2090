-- The plans of the syllabi. One row per syllabus and week or unit.
with planned_week as (
    select
        syllabus_id,
        position,
        week,
        topic,
        content,
        periods,
    from raw_syllabus_week
)

select * from planned_week
order by syllabus_id, position
