-- The ledger by what files were taken for. One row per file role.
select
    file_role,
    count(*) as files,
    cast(sum(byte_size) as bigint) as byte_size,
    cast(sum(rows_read) as bigint) as rows_read,
    cast(sum(rows_published) as bigint) as rows_published,
    cast(sum(rows_set_aside) as bigint) as rows_set_aside,
    cast(sum(rows_superseded) as bigint) as rows_superseded,
from source_file
group by file_role
order by file_role
