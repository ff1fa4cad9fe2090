-- warn: every folder belongs to a programme of the list
select
    programme_code,
    programme_code as raw_value,
from raw_programme
where file_id is null
