-- Items of the database whose file arrived and could not be read. One row per application and item.
with item as (
    select
        application_id,
        unnest(['course', 'outcome', 'activity']) as item,
        unnest([course_record_mode, course_outcome_mode, activity_record_mode]) as mode,
    from application
    where programme_code = $programme_code
)

select
    application_id,
    item,
from item
where mode = 'unreadable'
order by application_id, item
