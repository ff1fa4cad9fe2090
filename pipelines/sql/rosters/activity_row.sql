-- What is kept of the rows of an activity sheet: no title, no text. One row per row.
with narrow_row as (
    select
        file_no,
        position,
        findings,
        found_value,
        student_no,
        role as activity_list,
        left(given_text(level_code), 8) as level_code,
        taken_year as academic_year,
        taken_semester as semester,
        case when spent_hours between 0 and 99999 then cast(spent_hours as decimal(9, 3)) end as hours,
    from decoded
)

select * from narrow_row
