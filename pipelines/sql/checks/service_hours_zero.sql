-- warn: service learning has hours
select
    file_id,
    position as row_position,
    'hours' as column_name,
    hours as raw_value,
    application_id,
from raw_activity_record
join decoded_number on decoded_number.text = hours
where activity_list = 'service_learning' and number_value = 0
