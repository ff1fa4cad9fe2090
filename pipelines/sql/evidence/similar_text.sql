-- Nearly equal texts of different applicants, for a person to look at. One row per pair of entries.
with pair as (
    select
        text_kind,
        left_application_id,
        left_entry_id,
        right_application_id,
        right_entry_id,
        cast(similarity as decimal(5, 2)) as similarity,
        cast(is_identical as boolean) as is_identical,
    from raw_similar_text
)

select * from pair
order by text_kind, left_application_id, left_entry_id, right_application_id, right_entry_id
