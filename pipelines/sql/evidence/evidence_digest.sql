-- What an application shows, without keys of files: equal digests, equal evidence. One row per application and category.
with record_row as (
    -- The standing is part of what reviewers see: another distribution is other evidence.
    select
        application_id,
        json_array(
            position, academic_year, semester, course_code, subject, course_category_text, learning_area_text,
            credits, grade_text, grade_distribution_id, estimated_standing, raw_record
        ) as content,
    from course_record
),

standing_row as (
    select
        application_id,
        json_array(
            academic_year, semester, standing_level, unit_name, semester_grade, grade_distribution_id,
            estimated_standing, raw_record
        ) as content,
    from semester_standing
),

profile_row as (
    select application_id, json_array(raw_profile) as content
    from application
    join applicant using (applicant_id)
    where raw_profile is not null
),

entry_row as (
    select application_id, category_code, json_array(position, raw_record) as content from activity_record
    union all
    select application_id, 'course_outcome', json_array(position, raw_record) from course_outcome
    union all
    select application_id, category_code, json_array(document_kind, sha256) from document
),

attachment_row as (
    select
        application_id,
        category_code,
        link_kind = 'unlinked' as is_entry,
        json_array(owner_id, link_kind, linked_path, sha256) as content,
    from attachment
),

row_digest as (
    select application_id, 'course_record' as category_code, true as is_entry, md5(content) as digest from record_row
    union all
    select application_id, 'semester_standing', true, md5(content) from standing_row
    union all
    select application_id, 'profile', true, md5(content) from profile_row
    union all
    select application_id, category_code, true, md5(content) from entry_row
    union all
    select application_id, category_code, is_entry, md5(content) from attachment_row
),

category_digest as (
    select
        application_id,
        category_code,
        cast(count_if(is_entry) as integer) as entries,
        -- The place of a row is in its content; in the order of the digests, files without a place need none.
        md5(string_agg(digest, '' order by digest)) as digest,
    from row_digest
    group by application_id, category_code
)

select * from category_digest
order by application_id, category_code
