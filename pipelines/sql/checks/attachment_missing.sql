-- warn: every linked file is in a folder of the applicant
select
    record_file_id as file_id,
    position as row_position,
    link_kind || '_link' as column_name,
    linked_path as raw_value,
    application_id,
from raw_attachment
where file_id is null and local_path is not null
