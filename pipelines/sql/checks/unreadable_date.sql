-- warn: every date given can be read
with received_date as (
    select file_id, application_id, position, 'start_date' as column_name, start_date as received
    from raw_activity_record
    union all by name
    select file_id, application_id, position, 'end_date' as column_name, end_date as received
    from raw_activity_record
)

select
    file_id,
    position as row_position,
    column_name,
    received as raw_value,
    application_id,
from received_date
join decoded_date on decoded_date.text = received
-- A serial number of a spreadsheet has a rule of its own.
where not is_readable and not regexp_full_match(trim(received), '[2-5][0-9]{4}')
