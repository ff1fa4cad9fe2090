-- Activity records cast, dates decoded, levels named. One row per raw activity record.
with cast_activity as (
    select
        activity_id,
        application_id,
        file_id,
        position,
        activity_list,
        coalesce(given_text(title), '') as title,
        given_text(organiser) as organiser,
        given_text(role) as role,
        given_text(item) as item,
        given_text(level_code) as level_code,
        start_date as start_text,
        end_date as end_text,
        activity_year.whole_value as academic_year,
        activity_semester.whole_value as semester,
        given_hours.number_value as own_hours,
        weekly.number_value * given_weeks.number_value as periods,
        given_text(summary) as summary,
        given_text(external_link) as external_link,
        raw_record,
    from raw_activity_record
    left join decoded_number as activity_year on activity_year.text = raw_activity_record.academic_year
    left join decoded_number as activity_semester on activity_semester.text = raw_activity_record.semester
    left join decoded_number as given_hours on given_hours.text = raw_activity_record.hours
    left join decoded_number as weekly on weekly.text = weekly_periods
    left join decoded_number as given_weeks on given_weeks.text = weeks
),

decoded_activity as (
    select
        cast_activity.*,
        coalesce(ref_activity_level.name, level_code) as level_name,
        started.date_value as start_date,
        ended.date_value as end_date,
        case
            when coalesce(own_hours, periods) between 0 and 999999
                then cast(coalesce(own_hours, periods) as decimal(9, 3))
        end as hours,
    from cast_activity
    left join ref_activity_level
        on ref_activity_level.activity_list = cast_activity.activity_list
        and ref_activity_level.code = stripped(level_code)
    left join decoded_date as started on started.text = start_text
    left join decoded_date as ended on ended.text = end_text
)

select * from decoded_activity
