-- How much there is of each category. One row per application and category that has entries.
with entry as (
    select application_id, 'profile' as category_code from raw_application where has_profile
    union all by name
    select application_id, category_code from document
    union all by name
    select application_id, category_code from activity_record
    union all by name
    select application_id, 'course_outcome' as category_code from course_outcome
    union all by name
    select application_id, 'course_group.' || course_group_code as category_code from course_record
    union all by name
    select application_id, category_code from attachment where link_kind = 'unlinked'
),

counted as (
    select
        application_id,
        application_place,
        category_code,
        cast(count(*) as integer) as entries,
    from entry
    join stg_application_place using (application_id)
    group by application_id, application_place, category_code
)

select * from counted
order by application_place, category_code
