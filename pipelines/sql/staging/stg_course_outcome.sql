-- Course outcomes cast, sentinels nulled. One row per raw course outcome.
with cast_outcome as (
    select
        outcome_id,
        application_id,
        file_id,
        position,
        coalesce(subject, '') as subject,
        whole_number(academic_year) as academic_year,
        whole_number(semester) as semester,
        given_text(outcome_kind) as outcome_kind,
        given_text(summary) as summary,
        given_text(external_link) as external_link,
        raw_record,
    from raw_course_outcome
)

select * from cast_outcome
