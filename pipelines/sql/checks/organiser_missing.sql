-- warn: other activities name their organiser
select
    file_id,
    position as row_position,
    'organiser' as column_name,
    organiser as raw_value,
    application_id,
from raw_activity_record
where activity_list = 'other_activity' and given_text(organiser) is null
