-- How many applications have evidence of each kind. One row per programme and evidence category or course group.
with category as (
    -- A category without any entry stays, with zeros: a list that nobody filled is worth a look.
    select category_code from evidence_category
    union
    select category_code from category_count
),

received as (
    select
        programme_code,
        cast(count(application_id) as integer) as applications,
    from programme
    left join application using (programme_code)
    group by programme_code
),

filled as (
    select
        programme_code,
        category_code,
        cast(count(*) as integer) as applications_with,
        cast(sum(entries) as integer) as entries,
    from category_count
    join application using (application_id)
    group by programme_code, category_code
),

covered as (
    select
        programme_code,
        category_code,
        applications,
        coalesce(applications_with, 0) as applications_with,
        coalesce(entries, 0) as entries,
    from received
    cross join category
    left join filled using (programme_code, category_code)
)

select * from covered
order by programme_code, category_code
