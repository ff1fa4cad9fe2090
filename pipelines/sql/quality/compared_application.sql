-- In which of two snapshots an application is. One row per application of either.
with older_place as (
    select application_id, programme_code, application_number
    from older.application
    join older.applicant using (applicant_id)
),

newer_place as (
    select application_id, programme_code, application_number
    from newer.application
    join newer.applicant using (applicant_id)
),

compared as (
    select
        case
            when older_place.programme_code is null then 'appeared'
            when newer_place.programme_code is null then 'vanished'
            else 'both'
        end as fate,
        application_id,
        coalesce(newer_place.programme_code, older_place.programme_code) as programme_code,
        coalesce(newer_place.application_number, older_place.application_number) as application_number,
    from older_place
    full join newer_place using (application_id)
)

select * from compared
order by programme_code, application_number, application_id
