-- warn: an activity ends no earlier than it starts
select
    file_id,
    position as row_position,
    'end_date' as column_name,
    end_text as raw_value,
    application_id,
from stg_activity_record
where end_date < start_date
