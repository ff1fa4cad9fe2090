-- One profile per person, the first by programme. One row per applicant.
with placed_profile as (
    select
        raw_profile.*,
        raw_application.applicant_id,
        row_number() over (partition by raw_application.applicant_id order by programme_code) as place,
    from raw_profile
    join raw_application using (application_id)
),

first_profile as (
    select * exclude (place),
    from placed_profile
    where place = 1
)

select * from first_profile
