-- One row per pair of nearly equal texts of different applicants: for a person to look at, no verdict. One row per pair of nearly equal texts of different applicants: for a person to look at, no verdict.
with nothing as (
    select
        cast(null as varchar) as text_kind,
        cast(null as varchar) as left_application_id,
        cast(null as varchar) as left_entry_id,
        cast(null as varchar) as right_application_id,
        cast(null as varchar) as right_entry_id,
        cast(null as decimal(5,2)) as similarity,
        cast(null as boolean) as is_identical,
    where false
)

select * from nothing
order by text_kind, left_application_id
