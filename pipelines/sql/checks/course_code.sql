-- warn: every course code keeps the rules of its form and lists
-- One row per course record and broken rule; an unlisted school is told once, not for each of its courses.
with broken_record as (
    select
        file_id,
        position as row_position,
        'course_code' as column_name,
        course_code as raw_value,
        application_id,
        unnest(broken_rules) as rule,
    from stg_course_record
    join stg_course using (course_code)
    where len(broken_rules) > 0
),

unlisted_school as (
    select distinct
        cast(null as varchar) as file_id,
        cast(null as integer) as row_position,
        'school_code' as column_name,
        school_code as raw_value,
        cast(null as varchar) as application_id,
        rule,
    from broken_record
    join stg_course on stg_course.course_code = raw_value
    where rule = 'course_code_school'
),

told as (
    select * from broken_record where rule <> 'course_code_school'
    union all by name
    select * from unlisted_school
)

select * from told
