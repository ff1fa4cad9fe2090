-- Texts of an application in which every word occurs. One row per text.
select
    searchable_text.application_id,
    searchable_text.category_code,
    searchable_text.entry_id,
    searchable_text.text,
from searchable_text
where searchable_text.application_id = $application_id
    and contains(searchable_text.folded_text, $first_word)
    and len(list_filter($other_words::varchar[], lambda word: not contains(folded_text, word))) = 0
order by searchable_text.category_code, searchable_text.entry_id, searchable_text.text
limit $limit
