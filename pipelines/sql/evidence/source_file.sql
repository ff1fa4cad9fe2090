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
    select file_id from raw_class_group semi join class_group using (school_code, class_group)
    union all
    select file_id from raw_school_name semi join school_name using (school_code)
    union all
    select file_id from raw_syllabus_alias
    union all
    select file_id from raw_match_truth
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
    union all
    -- A roster has millions of rows, which were counted by file when they were read.
    select
        file_id,
        cast(sum(rows_published) as integer) as rows_published,
    from raw_roster_file
    group by file_id
),

ledger as (
    select
        file_id,
        delivery_number,
        relative_path,
        file_role,
        media_type,
        byte_size,
        sha256,
        application_id,
        text_encoding,
        superseded_by,
        rows_read,
        coalesce(rows_published, 0) as rows_published,
        rows_set_aside,
        rows_superseded,
    from raw_source_file
    left join counted_file using (file_id)
)

select * from ledger
order by relative_path
