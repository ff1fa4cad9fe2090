-- warn: 多元表現綜整心得 has no more characters and pictures than its channel allows
-- The text of a heading counts too, and pictures of a scan are its pages, so a person has to look.
with written as (
    select
        application_id,
        file_id,
        unnest([
            {'limit_code': 'reflection_characters', 'rule': 'reflection_too_long', 'found': text_characters},
            {'limit_code': 'reflection_pictures', 'rule': 'reflection_too_many_pictures', 'found': picture_count}
        ], recursive := true),
    from document
    join media_file using (sha256)
    where document_kind = 'activity_reflection' and text_characters > 0
)

select
    rule,
    file_id,
    cast(found as varchar) as raw_value,
    application_id,
from written
join application using (application_id)
join stg_portfolio_limit using (programme_code, limit_code)
where found > most
