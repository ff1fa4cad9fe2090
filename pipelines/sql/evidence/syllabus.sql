-- Syllabi of the curriculum platform. One row per syllabus.
with published_syllabus as (
    select * exclude (file_id, position),
    from stg_syllabus
)

select * from published_syllabus
order by course_code, academic_year, syllabus_id
