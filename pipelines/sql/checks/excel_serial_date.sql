-- warn: no date is the serial number of a spreadsheet
with received_date as (
    unpivot (
        select
            file_id,
            application_id,
            position,
            start_date,
            end_date,
        from raw_activity_record
    ) on start_date, end_date
    into name column_name value received
)

select
    file_id,
    position as row_position,
    column_name,
    received || ' = ' || cast(date '1899-12-30' + cast(trim(received) as integer) as varchar) as raw_value,
    application_id,
from received_date
-- 1954 to 2064: what a school of today may mean.
where regexp_full_match(trim(received), '[2-5][0-9]{4}')
