-- Entries and PDF pages of a programme in whose text every word occurs. One row per entry or page.
with candidate as (
    select distinct
        application_id,
        category_code,
        entry_id,
        coalesce(page_number, 0) as page,
    from searchable_text
    where programme_code = $programme_code
        and contains(folded_text, $first_word)
        and ($application_ids is null or list_contains($application_ids::varchar[], application_id))
),

entry as (
    select
        searchable_text.application_id,
        searchable_text.category_code,
        searchable_text.entry_id,
        searchable_text.page_number,
        string_agg(text, ' · ' order by text) as text,
        -- A word holds no space of any kind, so none is found across the line between two texts.
        string_agg(folded_text, chr(10) order by text) as folded_text,
    from searchable_text
    inner join candidate
        on candidate.application_id = searchable_text.application_id
        and candidate.category_code = searchable_text.category_code
        and candidate.entry_id = searchable_text.entry_id
        and candidate.page = coalesce(searchable_text.page_number, 0)
    where searchable_text.programme_code = $programme_code
    group by all
)

select
    entry.application_id,
    entry.category_code,
    entry.entry_id,
    entry.text,
    entry.page_number,
from entry
inner join application using (application_id)
inner join applicant using (applicant_id)
where len(list_filter($other_words::varchar[], lambda word: not contains(folded_text, word))) = 0
order by
    applicant.application_number nulls last,
    entry.application_id,
    entry.category_code,
    entry.entry_id,
    entry.page_number nulls first
limit $limit
