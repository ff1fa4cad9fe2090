-- Entries of a programme's applications in whose texts, taken together, every word occurs. One row per entry.
with candidate as (
    select distinct
        searchable_text.application_id,
        searchable_text.category_code,
        searchable_text.entry_id,
    from searchable_text
    inner join application using (application_id)
    where application.programme_code = $programme_code
        and contains(searchable_text.folded_text, $first_word)
        and ($application_ids is null or list_contains($application_ids::varchar[], application_id))
),

entry as (
    select
        application_id,
        category_code,
        entry_id,
        string_agg(text, ' · ' order by text) as text,
        -- A word holds no space of any kind, so none is found across the line between two texts.
        string_agg(folded_text, chr(10) order by text) as folded_text,
    from searchable_text
    inner join candidate using (application_id, category_code, entry_id)
    group by application_id, category_code, entry_id
)

select
    entry.application_id,
    entry.category_code,
    entry.entry_id,
    entry.text,
from entry
inner join application using (application_id)
inner join applicant using (applicant_id)
where len(list_filter($other_words::varchar[], lambda word: not contains(folded_text, word))) = 0
order by
    applicant.application_number nulls last,
    entry.application_id,
    entry.category_code,
    entry.entry_id
limit $limit
