-- Files that did not become evidence as a whole, those with rows set aside first. One row per file.
with rule_of_file as (
    select
        relative_path,
        list(distinct rule order by rule) as rules,
    from data_problem
    where severity = 'set_aside' or row_position is null
    group by relative_path
),

troubled as (
    select
        relative_path,
        file_role,
        rows_read,
        rows_published,
        rows_set_aside,
        rows_superseded,
        superseded_by is not null as is_superseded,
        coalesce(rules, []) as rules,
    from source_file
    left join rule_of_file using (relative_path)
    where rows_set_aside > 0 or rows_superseded > 0 or superseded_by is not null or file_role = 'unrecognised'
)

select
    *,
    count(*) over () as files,
from troubled
order by rows_set_aside = 0, is_superseded, relative_path
limit $most
