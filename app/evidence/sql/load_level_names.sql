-- Names of the levels and kinds of activities of a programme's applicants. One row per name.
select distinct level_name
from activity_record
where application_place between $first_place and $last_place
    and level_name is not null
order by level_name
