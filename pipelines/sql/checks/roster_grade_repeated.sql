-- warn: a student has a course once in a term and attempt; rosters are sorted, so a repeated row lies beside its twin
with marked_record as (
    select
        course_no,
        hash(student_no, course_no, academic_year, semester, attempt) as row_mark,
    from cohort_record
),

repeated_record as (
    select course_no
    from marked_record
    qualify row_mark = lag(row_mark) over ()
)

select
    'course_code' as column_name,
    course_code as raw_value,
from repeated_record
join cohort_course using (course_no)
group by course_code
order by course_code
