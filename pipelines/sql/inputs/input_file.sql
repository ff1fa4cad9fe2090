-- What names a snapshot. One row per file of the deliveries.
select
    delivery_number,
    relative_path,
    sha256,
from raw_source_file
order by relative_path
