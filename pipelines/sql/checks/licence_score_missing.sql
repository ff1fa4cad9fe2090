-- warn: the score of a licence, where there is one, is neither 0 nor -1
select
    file_id,
    position as row_position,
    'result_score' as column_name,
    result_score as raw_value,
    application_id,
from raw_activity_record
join decoded_number on decoded_number.text = result_score
where activity_list = 'licence' and (number_value = 0 or starts_with(stripped(result_score), '-1'))
