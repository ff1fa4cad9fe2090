-- Semester grades as received. One row per semester grade that counts.
with counting_row as (
    select
        application_id,
        file_id,
        parsed_semester_grade.* exclude (file_ref),
    from parsed_semester_grade
    join live_file using (file_ref)
)

select * from counting_row
