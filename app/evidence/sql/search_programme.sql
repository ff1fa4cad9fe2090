-- Texts of a programme's applications in which every word occurs. One row per text.
select
    searchable_text.application_id,
    searchable_text.category_code,
    searchable_text.entry_id,
    searchable_text.text,
from searchable_text
inner join application using (application_id)
inner join applicant using (applicant_id)
where application.programme_code = $programme_code
    and contains(searchable_text.folded_text, $first_word)
    and len(list_filter($other_words::varchar[], lambda word: not contains(folded_text, word))) = 0
    and ($application_ids is null or list_contains($application_ids::varchar[], application_id))
order by
    applicant.application_number nulls last,
    searchable_text.application_id,
    searchable_text.category_code,
    searchable_text.entry_id,
    searchable_text.text
limit $limit
