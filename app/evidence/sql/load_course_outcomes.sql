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
inner join application using (application_place)
where application.application_id = $application_id
order by position
