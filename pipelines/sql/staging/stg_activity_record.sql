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
        whole_number(academic_year) as academic_year,
        whole_number(semester) as semester,
        given_number(hours) as own_hours,
        given_number(weekly_periods) * given_number(weeks) as periods,
        given_text(summary) as summary,
        given_text(external_link) as external_link,
        raw_record,
    from raw_activity_record
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
