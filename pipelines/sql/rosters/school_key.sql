-- School codes with lost zeros put back where the official list proves them. One row per code as received.
with seen_code as (
    select distinct school_code as received_code
    from seen_value
    where not is_course and school_code is not null
),

repaired_code as (
    select
        received_code,
        roster_plain(received_code) as plain_code,
        case
            when ref_school.code is not null then ref_school.code
            else roster_plain(received_code)
        end as school_code,
        ref_test_school.code is not null as is_test,
    from seen_code
    left join ref_school
        on length(roster_plain(received_code)) < 6
        and ref_school.code = lpad(roster_plain(received_code), 6, '0')
    left join ref_test_school on ref_test_school.code = roster_plain(received_code)
)

select * from repaired_code
order by received_code
