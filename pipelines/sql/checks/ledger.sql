-- fail: for every file, rows read are rows published, set aside or superseded
select
    relative_path,
    rows_read,
    rows_published,
    rows_set_aside,
    rows_superseded,
from source_file
where rows_read <> rows_published + rows_set_aside + rows_superseded
