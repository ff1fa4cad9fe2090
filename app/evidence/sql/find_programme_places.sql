-- The first and last place of a programme's applications, which lie together. One row per programme, empty for none.
select
    coalesce(min(application_place), 0) as first_place,
    coalesce(max(application_place), -1) as last_place,
from application
where programme_code = $programme_code
