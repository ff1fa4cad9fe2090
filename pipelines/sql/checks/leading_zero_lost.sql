-- warn: no school code of a profile was changed by a spreadsheet
select
    file_id,
    position as row_position,
    'school_code' as column_name,
    given_code || ' → ' || proposed_code || case when is_restored then '' else '?' end as raw_value,
    application_id,
from raw_profile
join stg_school_code on received_code = raw_profile.school_code
where proposed_code is not null
