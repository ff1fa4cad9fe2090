-- Rows with something wrong, in the order of the files. One row per row with findings.
with every_row as (
    select 'grade' as kind, file_no, position, findings, found_value from grade_row where findings <> 0
    union all
    select 'student' as kind, file_no, position, findings, found_value from student_row where findings <> 0
    union all
    select 'activity' as kind, file_no, position, findings, found_value from activity_row where findings <> 0
)

select * from every_row
order by file_no, position
