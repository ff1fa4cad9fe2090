-- Entries of an application in whose texts, taken together, every word occurs. One row per entry.
with entry as (
    select
        application_id,
        category_code,
        entry_id,
        string_agg(text, ' · ' order by text) as text,
        -- A word holds no space of any kind, so none is found across the line between two texts.
        string_agg(folded_text, chr(10) order by text) as folded_text,
    from searchable_text
    where application_id = $application_id
    group by application_id, category_code, entry_id
)

select
    application_id,
    category_code,
    entry_id,
    text,
from entry
where contains(folded_text, $first_word)
    and len(list_filter($other_words::varchar[], lambda word: not contains(folded_text, word))) = 0
order by category_code, entry_id
limit $limit
