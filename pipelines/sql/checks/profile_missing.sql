-- warn: every application has a profile that can be read
select application_id
from raw_application
where not has_profile
