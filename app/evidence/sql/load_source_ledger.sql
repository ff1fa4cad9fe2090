-- Files of the exports and what became of their rows. One row per file role.
select
    file_role,
    count(*) as files,
    sum(byte_size)::bigint as byte_size,
    coalesce(sum(rows_read), 0)::bigint as rows_read,
    coalesce(sum(rows_published), 0)::bigint as rows_published,
    coalesce(sum(rows_set_aside), 0)::bigint as rows_set_aside,
from source_file
group by file_role
order by file_role
