-- Semester grades cast, sentinels nulled. One row per raw semester grade.
with cast_grade as (
    select
        application_id,
        file_id,
        position,
        whole_number(academic_year) as academic_year,
        whole_number(semester) as semester,
        grade_number(semester_grade) as semester_grade,
    from raw_semester_grade
)

select * from cast_grade
