-- warn: the profiles of one person agree
select
    raw_profile.file_id,
    raw_profile.position as row_position,
    raw_profile.application_id,
from raw_profile
join raw_application using (application_id)
join stg_profile using (applicant_id)
where (
    raw_profile.name,
    raw_profile.school_code,
    raw_profile.school_name,
    raw_profile.county,
    raw_profile.low_income,
    raw_profile.applicant_status
) is distinct from (
    stg_profile.name,
    stg_profile.school_code,
    stg_profile.school_name,
    stg_profile.county,
    stg_profile.low_income,
    stg_profile.applicant_status
)
