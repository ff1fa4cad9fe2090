-- fail: for every file, rows read are rows published and rows set aside
select
    relative_path,
    rows_read,
    rows_published,
    rows_set_aside,
from source_file
where rows_read <> rows_published + rows_set_aside
