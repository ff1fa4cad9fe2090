-- Semester grades cast, sentinels nulled. One row per raw semester grade.
with cast_grade as (
    select
        application_id,
        file_id,
        position,
        graded_year.whole_value as academic_year,
        graded_semester.whole_value as semester,
        in_grade_range(given_grade.number_value) as semester_grade,
        raw_record,
    from raw_semester_grade
    left join decoded_number as graded_year on graded_year.text = raw_semester_grade.academic_year
    left join decoded_number as graded_semester on graded_semester.text = raw_semester_grade.semester
    left join decoded_number as given_grade on given_grade.text = raw_semester_grade.semester_grade
)

select * from cast_grade
