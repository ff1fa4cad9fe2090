-- Entries of the eleven activity lists. One row per entry.
with entry as (
    select
        activity_id,
        application_id,
        activity_list,
        'activity.' || activity_list as category_code,
        position,
        title,
        organiser,
        role,
        level_name,
        start_date,
        end_date,
        academic_year,
        semester,
        hours,
        summary,
        external_link,
        raw_record,
    from stg_activity_record
)

select * from entry
order by application_id, activity_list, position
