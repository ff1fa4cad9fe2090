-- Activity and outcome rows not set aside. One row per row.
with kept_row as (
    select * exclude (file_no, position, findings, found_value)
    from activity_row
    where findings & 7 = 0
)

select * from kept_row
order by student_no, academic_year, semester, activity_list, level_code, hours
