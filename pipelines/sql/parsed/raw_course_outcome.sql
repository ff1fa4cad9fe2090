-- Course outcomes as received. One row per course outcome that counts.
with counting_row as (
    select
        application_id,
        file_id,
        parsed_course_outcome.* exclude (file_ref),
    from parsed_course_outcome
    join live_file using (file_ref)
)

select * from counting_row
