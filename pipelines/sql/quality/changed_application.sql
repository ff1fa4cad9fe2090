-- Applications of both snapshots whose evidence differs, with the categories that do. One row per application.
with differing as (
    select
        application_id,
        category_code,
    from older.evidence_digest
    full join newer.evidence_digest using (application_id, category_code)
    where older.evidence_digest.digest is distinct from newer.evidence_digest.digest
),

gathered as (
    select
        application_id,
        list(category_code order by category_code) as category_codes,
    from differing
    semi join older.application using (application_id)
    group by application_id
),

placed as (
    select
        application_id,
        programme_code,
        application_number,
        category_codes,
    from gathered
    join newer.application using (application_id)
    join newer.applicant using (applicant_id)
)

select * from placed
order by programme_code, application_number, application_id
