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
    select application_id, category_code, document_id as entry_id, sha256 from document
    union all
    select application_id, category_code, attachment_id as entry_id, sha256 from attachment
),

page as (
    select
        handed_file.application_id,
        handed_file.category_code,
        handed_file.entry_id,
        raw_document_page.page_number,
        raw_document_page.text,
        raw_document_page.folded_text,
    from handed_file
    join raw_document_page using (sha256)
),

searchable as (
    select * from folded_entry
    union all by name
    select * from page
),

-- A programme lies in one piece, so that a search of it reads nothing of the others.
placed_text as (
    select
        programme_code,
        application_place,
        searchable.*,
    from searchable
    join stg_application_place using (application_id)
    where folded_text <> ''
)

select * from placed_text
order by application_place, category_code, entry_id, page_number, text
