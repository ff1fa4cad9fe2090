-- What a profile adds to the line of the applicant list. One row per application, at most one.
select
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
