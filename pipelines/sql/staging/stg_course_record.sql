-- Course records cast, sentinels nulled. One row per raw course record.
with cast_record as (
    select
        record_id,
        application_id,
        file_id,
        position,
        whole_number(academic_year) as academic_year,
        whole_number(semester) as semester,
        coalesce(course_code, '') as course_code,
        coalesce(subject, '') as subject,
        given_text(course_category_text) as course_category_text,
        given_text(learning_area_text) as learning_area_text,
        given_number(credits) as credits,
        grade_number(grade_text) as grade,
        grade_text,
        grade_distribution_id,
    from raw_course_record
)

select * from cast_record
