-- What became of the rows of each sheet. One row per sheet with any row.
with every_row as (
    select file_no, position, findings from grade_row
    union all
    select file_no, position, findings from student_row
    union all
    select file_no, position, findings from activity_row
),

counted_sheet as (
    select
        file_no,
        count(*) as rows_read,
        count(*) filter (findings & 7 > 0) as rows_set_aside,
        min(position) as first_position,
        max(position) as last_position,
    from every_row
    group by file_no
)

select * from counted_sheet
order by file_no
