-- Course outcomes of an application, in the order of the file. One row per outcome.
select
    outcome_id,
    subject,
    academic_year,
    semester,
    outcome_kind,
    summary,
    external_link,
from course_outcome
where course_outcome.application_place = $application_place
order by position
