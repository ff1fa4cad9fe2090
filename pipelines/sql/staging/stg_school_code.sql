-- School codes of profiles, restored where the list proves what a spreadsheet took. One row per code as received.
with received as (
    select distinct
        school_code as received_code,
        stripped(given_text(school_code)) as given_code,
    from raw_profile
    where school_code is not null
),

proposal as (
    select
        received_code,
        given_code,
        case
            when regexp_full_match(plain_digits(given_code), '[0-9]{1,5}')
                then lpad(plain_digits(given_code), 6, '0')
            when plain_digits(given_code) <> given_code then plain_digits(given_code)
        end as proposed_code,
    from received
),

proven_code as (
    select
        received_code,
        given_code,
        coalesce(ref_school.code, given_code) as school_code,
        proposed_code,
        ref_school.code is not null as is_restored,
    from proposal
    left join ref_school on ref_school.code = proposed_code
)

select * from proven_code
