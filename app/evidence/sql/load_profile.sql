-- The line of the applicant list and what a profile adds to it. One row per application, at most one.
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
    coalesce(applicant.school_code, '') as school_code,
    applicant.program_group_name,
    applicant.department_name,
    applicant.class_kind,
    applicant.division,
    applicant.experimental_type,
    application.course_record_mode,
    application.course_outcome_mode,
    application.activity_record_mode,
    application.has_sixth_semester,
from application
inner join applicant using (applicant_id)
where application.application_place = $application_place
