-- Standings of semesters as received. One row per semester and level that counts.
with counting_row as (
    select
        application_id,
        file_id,
        parsed_semester_standing.* exclude (file_ref),
    from parsed_semester_standing
    join live_file using (file_ref)
)

select * from counting_row
