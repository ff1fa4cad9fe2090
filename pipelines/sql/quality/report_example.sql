-- The first places of every rule. One row per problem shown.
with numbered as (
    select
        *,
        row_number() over (partition by rule, severity order by problem_id) as place,
    from data_problem
)

select
    rule,
    relative_path,
    row_position + 1 as row_number,
    column_name,
    raw_value,
from numbered
where place <= $most
order by rule, place
