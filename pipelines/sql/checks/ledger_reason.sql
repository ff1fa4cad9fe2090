-- fail: every row set aside has a problem that says why
with reason as (
    select relative_path, count(*) as reasons
    from data_problem
    where severity = 'set_aside'
    group by relative_path
)

select
    relative_path,
    rows_set_aside,
    reasons,
from source_file
left join reason using (relative_path)
where rows_set_aside <> coalesce(reasons, 0)
