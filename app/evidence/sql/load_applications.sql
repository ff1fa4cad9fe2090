-- Applicant list of a programme, by number as received. One row per application.
select
    application.application_id,
    application.applicant_id,
    application.programme_code,
    coalesce(applicant.application_number, '') as application_number,
    coalesce(applicant.name, '') as name,
    coalesce(applicant.school_name, '') as school_name,
    applicant.county,
    applicant.school_type,
    applicant.applicant_status,
    applicant.low_income,
    application.submission_mode,
    application.mean_standing,
    application.semester_grade_mean,
from application
inner join applicant using (applicant_id)
where application.programme_code = $programme_code
order by applicant.application_number nulls last, application.application_id
