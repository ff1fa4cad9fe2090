-- The ledger: rows published are counted from what was published. One row per file of the exports.
with published_row as (
    select file_id from raw_programme where file_id is not null
    union all
    select file_id from raw_profile semi join application using (application_id)
    union all
    select file_id from raw_course_record semi join course_record using (record_id)
    union all
    select file_id
    from raw_semester_grade
    semi join semester_standing using (application_id)
    union all
    select file_id from raw_course_outcome semi join course_outcome using (outcome_id)
    union all
    select file_id from raw_activity_record semi join activity_record using (activity_id)
    union all
    select file_id from raw_syllabus semi join syllabus using (syllabus_id)
    union all
    select file_id from raw_course_offer semi join course_offer using (course_code, subject)
    union all
    select file_id from document
    union all
    select distinct file_id from attachment where file_id is not null
),

counted_file as (
    select
        file_id,
        cast(count(*) as integer) as rows_published,
    from published_row
    group by file_id
),

ledger as (
    select
        file_id,
        cast(1 as integer) as delivery_number,
        relative_path,
        file_role,
        media_type,
        byte_size,
        sha256,
        application_id,
        cast(null as varchar) as text_encoding,
        cast(null as varchar) as superseded_by,
        rows_read,
        coalesce(rows_published, 0) as rows_published,
        rows_set_aside,
        cast(0 as integer) as rows_superseded,
    from raw_source_file
    left join counted_file using (file_id)
)

select * from ledger
order by relative_path
