-- fail: problems and categories have their words
with unknown as (
    select 'problem rule' as kind, rule as code from data_problem where severity is null
    union all
    select 'category', category_code from document anti join evidence_category using (category_code)
    union all
    select 'category', category_code from activity_record anti join evidence_category using (category_code)
    union all
    select 'category', category_code from attachment anti join evidence_category using (category_code)
)

select * from unknown
