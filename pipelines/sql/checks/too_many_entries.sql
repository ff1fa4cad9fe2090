-- warn: an application has no more course outcomes and activities than its channel allows
with counted as (
    select
        application_id,
        case
            when admission_channel = 'cac' then 'course_outcomes'
            when outcome_kind = '1' then 'practical_outcomes'
            else 'other_outcomes'
        end as limit_code,
        'too_many_outcomes' as rule,
        count(*) as entries,
    from course_outcome
    join application using (application_id)
    join programme using (programme_code)
    group by all
    union all
    select
        application_id,
        'activities' as limit_code,
        'too_many_activities' as rule,
        count(*) as entries,
    from activity_record
    -- Registered by the school with the personal data, not chosen by the applicant.
    where activity_list <> 'school_cadre'
    group by all
)

select
    rule,
    cast(entries as varchar) as raw_value,
    application_id,
from counted
join application using (application_id)
join stg_portfolio_limit using (programme_code, limit_code)
where entries > most
