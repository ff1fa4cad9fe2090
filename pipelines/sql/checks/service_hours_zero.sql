-- warn: service learning has hours
select
    file_id,
    position as row_position,
    'hours' as column_name,
    hours as raw_value,
    application_id,
from raw_activity_record
where activity_list = 'service_learning' and given_number(hours) = 0
