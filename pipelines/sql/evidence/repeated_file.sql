-- Contents that more than one applicant handed in. One row per content of a document or attachment.
with handed_in as (
    select application_id, file_id, sha256, media_type from document
    union
    select application_id, file_id, sha256, media_type from attachment where file_id is not null
),

counted as (
    select
        sha256,
        any_value(media_type) as media_type,
        cast(count(distinct file_id) as integer) as files,
        cast(count(distinct applicant_id) as integer) as applicants,
    from handed_in
    join application using (application_id)
    group by sha256
)

select * from counted
where applicants > 1
order by sha256
