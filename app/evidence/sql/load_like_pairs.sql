-- Nearly equal texts, of one programme or of all, the most alike first. One row per pair of entries.
with named_entry as (
    select application_id, outcome_id as entry_id, 'course_outcome' as category_code, subject as title
    from course_outcome
    union all
    select application_id, activity_id as entry_id, category_code, title from activity_record
    union all
    select
        application_id,
        document_id as entry_id,
        category_code,
        coalesce(label, document_kind) as title,
    from document
    left join evidence_category using (category_code)
),

owned_entry as (
    select
        application_id,
        programme_code,
        applicant.name,
        category_code,
        title,
        entry_id,
    from named_entry
    inner join application using (application_id)
    inner join applicant using (applicant_id)
    where ($programme_code is null or programme_code = $programme_code)
        and not list_contains($hidden_ids::varchar[], application_id)
)

select
    one.* exclude (entry_id),
    other.* exclude (entry_id),
    similarity,
    is_identical,
    count(*) over () as pairs,
from similar_text
inner join owned_entry as one
    on one.application_id = left_application_id and one.entry_id = left_entry_id
inner join owned_entry as other
    on other.application_id = right_application_id and other.entry_id = right_entry_id
order by
    similarity desc,
    one.name,
    left_entry_id,
    right_entry_id
limit $limit
