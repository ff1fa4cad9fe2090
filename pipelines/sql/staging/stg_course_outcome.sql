-- Course outcomes cast, sentinels nulled. One row per raw course outcome.
with cast_outcome as (
    select
        outcome_id,
        application_id,
        file_id,
        position,
        coalesce(subject, '') as subject,
        taken_year.whole_value as academic_year,
        taken_semester.whole_value as semester,
        given_text(outcome_kind) as outcome_kind,
        given_text(summary) as summary,
        given_text(external_link) as external_link,
        raw_record,
    from raw_course_outcome
    left join decoded_number as taken_year on taken_year.text = raw_course_outcome.academic_year
    left join decoded_number as taken_semester on taken_semester.text = raw_course_outcome.semester
)

select * from cast_outcome
