-- warn: the list and the folders give a programme the same university
select distinct
    raw_programme.file_id,
    raw_programme.position as row_position,
    'university_code' as column_name,
    raw_programme.university_code as raw_value,
    programme_code,
from raw_programme
join raw_application using (programme_code)
where raw_programme.university_code <> raw_application.university_code
