-- warn: no file is replaced by that of a later delivery
select
    replaced.file_id,
    replacing.relative_path as raw_value,
    replaced.application_id,
from raw_source_file as replaced
join raw_source_file as replacing on replacing.file_id = replaced.superseded_by
