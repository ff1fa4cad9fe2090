-- warn: no text hides zero-width characters or changes of direction
with received_text as (
    unpivot (
        select
            file_id,
            application_id,
            position,
            title,
            organiser,
            role,
            summary,
        from raw_activity_record
    ) on title, organiser, role, summary
    into name column_name value received
    union all by name
    unpivot (
        select
            file_id,
            application_id,
            position,
            subject,
            summary,
        from raw_course_outcome
    ) on subject, summary
    into name column_name value received
    union all by name
    select file_id, application_id, position, 'name' as column_name, name as received
    from raw_profile
)

select
    file_id,
    position as row_position,
    column_name,
    application_id,
from received_text
where regexp_matches(
    received,
    '[\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{2066}-\x{2069}\x{FEFF}]'
)
