-- Summaries that are compared with each other. One row per outcome or activity with a text of some length.
with written as (
    select
        application_id,
        outcome_id as entry_id,
        summary,
    from course_outcome
    union all
    select
        application_id,
        activity_id as entry_id,
        summary,
    from activity_record
),

compared as (
    select
        applicant_id,
        programme_code,
        application_id,
        entry_id,
        summary,
    from written
    join application using (application_id)
    where length(summary) >= 40
)

select * from compared
order by programme_code, application_id, entry_id
