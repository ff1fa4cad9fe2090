-- warn: the profile carries the number of its folder
select
    file_id,
    position as row_position,
    'application_number' as column_name,
    application_id,
from raw_profile
join raw_application using (application_id)
where given_text(raw_profile.application_number) is not null
    and stripped(raw_profile.application_number) <> raw_application.application_number
