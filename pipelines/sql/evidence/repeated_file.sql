-- One row per content of a document or attachment that more than one applicant handed in. One row per content of a document or attachment that more than one applicant handed in.
with nothing as (
    select
        cast(null as varchar) as sha256,
        cast(null as varchar) as media_type,
        cast(null as integer) as files,
        cast(null as integer) as applicants,
    where false
)

select * from nothing
order by sha256, media_type
