-- In which form the items of a programme's applications arrived. One row per application.
select
    application_id,
    application_place,
    course_record_mode,
    course_outcome_mode,
    activity_record_mode,
from application
where application_place between $first_place and $last_place
order by application_id
