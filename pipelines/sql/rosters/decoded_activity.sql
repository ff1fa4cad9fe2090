-- Rows of activity and outcome sheets with keys, values and findings as bits. One row per row.
with keyed_row as (
    select
        received.*,
        file_no,
        running_number - first_number as position,
        student_no,
        school_key.is_test,
        school_key.plain_code <> school_key.school_code as is_repaired,
        roster_year(coalesce(given_text(activity_year), academic_year)) as taken_year,
        roster_semester(coalesce(given_text(activity_semester), semester)) as taken_semester,
        roster_number(hours) as hours_number,
        roster_number(weekly_periods) as weekly_number,
        roster_number(weeks) as weeks_number,
    from received
    join roster_file using (filename)
    left join student_key using (student_id)
    left join school_key on school_key.received_code = received.school_code
),

found_row as (
    select
        *,
        coalesce(
            case when hours_number >= 0 then hours_number end,
            case when weekly_number >= 0 and weeks_number >= 0 then weekly_number * weeks_number end
        ) as spent_hours,
        cast(
            case when is_test then 1 else 0 end
            + case when student_no is null then 2 else 0 end
            + case when taken_year is null or taken_semester is null then 4 else 0 end
            + case
                when is_unread_number(hours, hours_number) or is_unread_number(weekly_periods, weekly_number)
                    or is_unread_number(weeks, weeks_number) then 8
                else 0
            end
            + case when role = 'service_learning' and hours_number = 0 then 32 else 0 end
            + case when role = 'licence' and roster_number(result_score) in (0, -1) then 64 else 0 end
            + case when role = 'other_activity' and given_text(organiser) is null then 128 else 0 end
            + case when is_repaired then 2048 else 0 end
            as usmallint
        ) as findings,
    from keyed_row
),

told_row as (
    select
        *,
        case
            when findings = 0 or findings & 2 = 2 then null
            when findings & 1 = 1 then school_code
            when findings & 4 = 4 then concat_ws('/', activity_year, academic_year, activity_semester, semester)
            when findings & (8 + 32) > 0 then concat_ws('/', hours, weekly_periods, weeks)
            when findings & 64 = 64 then result_score
            when findings & 2048 = 2048 then school_code
        end as found_value,
    from found_row
)

select * from told_row
