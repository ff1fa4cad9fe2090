-- Course records cast, sentinels nulled. One row per raw course record.
with cast_record as (
    select
        record_id,
        application_id,
        file_id,
        position,
        taken_year.whole_value as academic_year,
        taken_semester.whole_value as semester,
        coalesce(course_code, '') as course_code,
        coalesce(subject, '') as subject,
        given_text(course_category_text) as course_category_text,
        given_text(learning_area_text) as learning_area_text,
        credit.number_value as credits,
        in_grade_range(given_grade.number_value) as grade,
        grade_text,
        grade_distribution_id,
        raw_record,
    from raw_course_record
    left join decoded_number as taken_year on taken_year.text = raw_course_record.academic_year
    left join decoded_number as taken_semester on taken_semester.text = raw_course_record.semester
    left join decoded_number as credit on credit.text = raw_course_record.credits
    left join decoded_number as given_grade on given_grade.text = grade_text
)

select * from cast_record
