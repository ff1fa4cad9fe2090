-- warn: every programme of the list has applicants
select
    file_id,
    position as row_position,
    programme_code,
    programme_code as raw_value,
from raw_programme
anti join application using (programme_code)
where file_id is not null
