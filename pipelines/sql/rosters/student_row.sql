-- What is kept of the rows of a student sheet. One row per row.
with narrow_row as (
    select
        file_no,
        position,
        findings,
        found_value,
        student_no,
        taken_year as academic_year,
        taken_semester as semester,
        program_group,
        department,
        division,
        class_kind,
        gender_code,
    from decoded
)

select * from narrow_row
