-- Tables and columns the snapshot really has. One row per column of a table, in order.
select
    table_name,
    column_name,
    data_type,
from duckdb_columns()
where not internal
order by table_name, column_index
