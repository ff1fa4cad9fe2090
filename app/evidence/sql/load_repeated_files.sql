-- Files whose content several applicants handed in, of one programme or of all. One row per content and entry.
with handed_file as (
    select application_id, category_code, sha256, media_type, relative_path from document
    union
    select application_id, category_code, sha256, media_type, relative_path from attachment
),

holder as (
    select distinct
        sha256,
        handed_file.media_type,
        applicant_id,
        handed_file.application_id,
        programme_code,
        applicant.name,
        category_code,
        parse_filename(relative_path) as title,
    from handed_file
    inner join repeated_file using (sha256)
    inner join application on application.application_id = handed_file.application_id
    inner join applicant using (applicant_id)
    where ($programme_code is null or programme_code = $programme_code)
        and not list_contains($hidden_ids::varchar[], handed_file.application_id)
),

counted as (
    select
        sha256,
        count(distinct applicant_id) as applicants,
    from holder
    group by sha256
)

select
    sha256,
    media_type,
    applicants,
    application_id,
    programme_code,
    name,
    category_code,
    title,
    count(*) over () as entries,
from holder
inner join counted using (sha256)
where applicants > 1
order by
    applicants desc,
    sha256,
    name,
    application_id,
    title
limit $limit
