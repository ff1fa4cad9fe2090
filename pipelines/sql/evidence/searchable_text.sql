-- Texts that a keyword may find; names and numbers of persons are left out. One row per text of an entry.
with profile_text as (
    select
        application_id,
        unnest([school_name, county, program_group_name, department_name]) as text,
    from applicant
    join application using (applicant_id)
),

activity_text as (
    select
        application_id,
        'activity.' || activity_list as category_code,
        activity_id as entry_id,
        unnest([title, organiser, role, item, summary]) as text,
    from stg_activity_record
),

outcome_text as (
    select
        application_id,
        'course_outcome' as category_code,
        outcome_id as entry_id,
        unnest([subject, summary]) as text,
    from course_outcome
),

entry_text as (
    select application_id, 'profile' as category_code, application_id as entry_id, text from profile_text
    union all by name
    select
        application_id,
        'course_group.' || course_group_code as category_code,
        record_id as entry_id,
        subject as text,
    from course_record
    union all by name
    select * from outcome_text
    union all by name
    select * from activity_text
),

folded_entry as (
    select distinct
        application_id,
        category_code,
        entry_id,
        text,
        folded_text,
    from entry_text
    join decoded_text using (text)
    where folded_text <> ''
)

select * from folded_entry
order by application_id, category_code, entry_id, text
