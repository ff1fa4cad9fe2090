-- The school of every applicant of a programme, where it is known. One row per application.
select
    application.application_id,
    applicant.school_code,
from application
inner join applicant using (applicant_id)
where application.programme_code = $programme_code
    and applicant.school_code is not null
order by application.application_id
