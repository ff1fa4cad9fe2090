-- In which form the three database items of each application of a programme arrived. One row per application.
select
    application_id,
    course_record_mode,
    course_outcome_mode,
    activity_record_mode,
from application
where programme_code = $programme_code
order by application_id
