-- warn: every yes or no given can be read
select
    file_id,
    position as row_position,
    'low_income' as column_name,
    low_income as raw_value,
    application_id,
from raw_profile
join decoded_flag on decoded_flag.text = low_income
where not is_readable
