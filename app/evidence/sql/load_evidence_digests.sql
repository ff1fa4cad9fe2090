-- What the applications of a programme show, told by digests. One row per application and category.
select
    evidence_digest.application_id,
    evidence_digest.category_code,
    evidence_digest.entries,
    evidence_digest.digest,
from evidence_digest
inner join application using (application_id)
where application.programme_code = $programme_code
