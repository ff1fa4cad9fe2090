-- Entries of the eleven activity lists. One row per entry.
with entry as (
    select
        activity_id,
        application_id,
        application_place,
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
    join stg_application_place using (application_id)
)

select * from entry
order by application_place, activity_list, position
