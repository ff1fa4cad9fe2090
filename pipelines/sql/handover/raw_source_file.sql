-- The ledger of reading. One row per file of the deliveries.
with superseded_list as (
    select
        replaced.file_id,
        replacing.file_id as superseded_by,
    from replaced_list
    join ledger as replaced on replaced.relative_path = replaced_list.relative_path
    join ledger as replacing on replacing.relative_path = replaced_list.replacing_path
),

list_file as (
    select
        ledger.*,
        superseded_by,
        cast(0 as integer) as rows_superseded,
    from ledger
    left join superseded_list using (file_id)
),

counted_file as (
    select
        applicant_file.*,
        text_encoding,
        test_application.application_id is not null as is_test,
        file_id <> counting_file_id as is_superseded,
        case
            when document_id is not null or attachment_id is not null then 1
            else coalesce(rows_read, 0)
        end as own_rows,
        coalesce(rows_set_aside, 0) as own_rows_set_aside,
    from applicant_file
    left join parsed_file using (file_ref)
    left join test_application using (application_id)
),

applicant_ledger as (
    select
        file_id,
        delivery_number,
        relative_path,
        file_role,
        media_type,
        byte_size,
        sha256,
        case when not is_test then application_id end as application_id,
        text_encoding,
        case when is_superseded then counting_file_id end as superseded_by,
        case when is_test and not is_superseded then 1 else own_rows end as rows_read,
        case when is_superseded then 0 when is_test then 1 else own_rows_set_aside end as rows_set_aside,
        case when is_superseded then own_rows else 0 end as rows_superseded,
        kept_path,
    from counted_file
)

select * from list_file
union all by name
select * from applicant_ledger
