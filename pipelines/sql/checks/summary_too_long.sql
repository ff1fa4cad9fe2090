-- warn: a summary has at most 100 characters
with received_summary as (
    select file_id, application_id, position, summary from stg_course_outcome
    union all by name
    select file_id, application_id, position, summary from stg_activity_record
)

select
    file_id,
    position as row_position,
    'summary' as column_name,
    cast(length(summary) as varchar) as raw_value,
    application_id,
from received_summary
where length(summary) > 100
