-- warn: the score of a licence, where there is one, is neither 0 nor -1
select
    file_id,
    position as row_position,
    'result_score' as column_name,
    result_score as raw_value,
    application_id,
from raw_activity_record
where activity_list = 'licence' and try_cast(stripped(result_score) as decimal(18, 3)) in (0, -1)
