-- Students of the rosters. One row per student.
with published_student as (
    select
        student_no,
        school_code,
        entry_year,
        program_group,
        department,
        division,
        class_kind,
        gender_code,
    from raw_roster_student
)

select * from published_student
order by student_no
