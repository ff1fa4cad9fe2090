-- warn: each of the three items arrived in some form
-- An item whose file was set aside is told by that problem.
with item as (
    unpivot (
        select
            application_id,
            course_record_mode as course_record,
            course_outcome_mode as course_outcome,
            activity_record_mode as activity_record,
        from raw_application
    ) on course_record, course_outcome, activity_record
    into name column_name value mode
)

select
    column_name,
    item.application_id,
from item
anti join raw_source_file
    on raw_source_file.application_id = item.application_id
    and raw_source_file.file_role = item.column_name
where mode = 'missing'
