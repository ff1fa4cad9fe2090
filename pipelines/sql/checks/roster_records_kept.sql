-- fail: every row of a roster that was not set aside is published once
with kept_row as (
    select kind, cast(sum(rows_published) as bigint) as kept
    from raw_roster_file
    where kind in ('grade', 'activity')
    group by kind
),

published_row as (
    select 'grade' as kind, count(*) as published from cohort_record
    union all
    select 'activity' as kind, count(*) as published from cohort_activity
)

select kind, coalesce(kept, 0) as kept, published
from published_row
left join kept_row using (kind)
where coalesce(kept, 0) <> published
