-- Documents and attachments that count, with a place where each lies. One row per content.
select
    sha256,
    min(kept_path) as kept_path,
from raw_source_file
where kept_path is not null
    and superseded_by is null
    and rows_set_aside = 0
group by sha256
order by sha256
