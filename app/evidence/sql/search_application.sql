-- Entries and PDF pages of an application in whose text every word occurs. One row per entry or page.
with own_text as (
    select searchable_text.*
    from searchable_text
    -- The texts are laid out by programme: without it all of them would be read.
    inner join application using (programme_code, application_id)
    where application.application_id = $application_id
),

entry as (
    select
        application_id,
        category_code,
        entry_id,
        page_number,
        string_agg(text, ' · ' order by text) as text,
        -- A word holds no space of any kind, so none is found across the line between two texts.
        string_agg(folded_text, chr(10) order by text) as folded_text,
    from own_text
    group by all
)

select
    application_id,
    category_code,
    entry_id,
    text,
    page_number,
from entry
where contains(folded_text, $first_word)
    and len(list_filter($other_words::varchar[], lambda word: not contains(folded_text, word))) = 0
order by category_code, entry_id, page_number nulls first
limit $limit
