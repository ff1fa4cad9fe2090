-- Texts and pages that a keyword may find; the profile gives no name or number. One row per text of an entry, or page.
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
),

handed_file as (
    select application_id, category_code, document_id as entry_id, file_id from document
    union all
    select application_id, category_code, attachment_id as entry_id, file_id from attachment
),

page as (
    select
        handed_file.application_id,
        handed_file.category_code,
        handed_file.entry_id,
        document_page.page_number,
        document_page.text,
        document_page.folded_text,
    from handed_file
    join source_file using (file_id)
    join document_page using (sha256)
),

searchable as (
    select * from folded_entry
    union all by name
    select * from page
),

-- A programme lies in one piece, so that a search of it reads nothing of the others.
placed_text as (
    select
        application.programme_code,
        searchable.*,
    from searchable
    join application using (application_id)
    where folded_text <> ''
)

select * from placed_text
order by programme_code, application_id, category_code, entry_id, page_number, text
