-- One row per distinct course code and subject of the rosters, split once. One row per distinct course code and subject of the rosters, split once.
with nothing as (
    select
        cast(null as uinteger) as course_no,
        cast(null as varchar) as course_code,
        cast(null as varchar) as subject,
        cast(null as boolean) as is_valid_code,
        cast(null as varchar) as school_code,
        cast(null as usmallint) as entry_year,
        cast(null as varchar) as school_type,
        cast(null as varchar) as program_group,
        cast(null as varchar) as department,
        cast(null as varchar) as class_group,
        cast(null as varchar) as course_category,
        cast(null as varchar) as delivery,
        cast(null as varchar) as subject_attribute,
        cast(null as varchar) as learning_area,
        cast(null as varchar) as subject_code,
        cast(null as varchar) as syllabus_id,
        cast(null as varchar) as match_method,
    where false
)

select * from nothing
order by course_no, course_code
