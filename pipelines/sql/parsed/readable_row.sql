-- Whether anything of any applicant can be read, and whether anything cannot. One row.
with readable_row as (
    select application_id from raw_profile
    union all
    select application_id from raw_course_record
    union all
    select application_id from raw_semester_grade
    union all
    select application_id from raw_course_outcome
    union all
    select application_id from raw_activity_record
    union all
    select application_id from live_file where document_id is not null or attachment_id is not null
)

select
    exists (from readable_row) as has_readable,
    exists (from found_problem where rule = 'broken_json') as has_broken
