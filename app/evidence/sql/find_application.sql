-- One line of an applicant list. One row per application, at most one.
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
where application.application_place = $application_place
