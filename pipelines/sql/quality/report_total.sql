-- What the snapshot holds. One row per kind of thing that is counted.
with counted as (
    select 1 as place, 'programmes' as kind, count(*) as things from programme
    union all
    select 2, 'applications', count(*) from application
    union all
    select 3, 'applicants', count(*) from applicant
    union all
    select 4, 'files', count(*) from source_file
    union all
    select 5, 'course_records', count(*) from course_record
    union all
    select 6, 'cohort_students', count(*) from cohort_student
    union all
    select 7, 'cohort_records', count(*) from cohort_record
)

select kind, things from counted
order by place
