-- Applications, with how each of the three items arrived. One row per applicant and programme.
with arrival as (
    select
        application_id,
        item,
        case
            when bool_or(file_role = item and is_readable) then 'json'
            when bool_or(file_role <> item) then 'pdf'
            else 'unreadable'
        end as mode,
    from live_file
    join (values ('course_record'), ('course_outcome'), ('activity_record')) as item_name (item)
        on file_role in (item, 'document.' || item)
    group by application_id, item
),

item_mode as (
    select
        application_id,
        max(mode) filter (where item = 'course_record') as course_record_mode,
        max(mode) filter (where item = 'course_outcome') as course_outcome_mode,
        max(mode) filter (where item = 'activity_record') as activity_record_mode,
    from arrival
    group by application_id
),

arrived_application as (
    select
        application_id,
        bool_or(file_role = 'document.sixth_semester_transcript') as has_sixth_semester,
        bool_or(file_role = 'profile' and is_readable) as has_profile,
    from live_file
    group by application_id
),

known_application as (
    select distinct
        application_id,
        applicant_id,
        programme_code,
        university_code,
        application_number,
    from listed_folder
),

moded_application as (
    select
        known_application.*,
        coalesce(course_record_mode, 'missing') as course_record_mode,
        coalesce(course_outcome_mode, 'missing') as course_outcome_mode,
        coalesce(activity_record_mode, 'missing') as activity_record_mode,
        has_sixth_semester,
        has_profile,
    from known_application
    join arrived_application using (application_id)
    left join item_mode using (application_id)
)

select * from moded_application
