-- Course codes split once, with the node most of their records stand in. One row per distinct course code.
with counted_node as (
    select
        course_code,
        course_group_code,
        count(*) as records,
    from stg_course_record
    join stg_course_node using (course_code, subject)
    group by course_code, course_group_code
),

main_node as (
    select
        course_code,
        first(course_group_code order by records desc, course_group_code) as course_group_code,
    from counted_node
    group by course_code
),

named_course as (
    select
        course_code,
        course_plan_code,
        -- Schools and areas are founded after a list was made: told as a problem, but no wrong code.
        len(
            list_filter(
                broken_rules,
                lambda rule: rule not in ('course_code_school', 'course_code_learning_area')
            )
        ) = 0 as is_valid_code,
        entry_year,
        school_code,
        school_type,
        program_group,
        department,
        class_group,
        course_category,
        coalesce(course_category_name, unknown.name) as course_category_name,
        delivery,
        subject_attribute,
        coalesce(subject_attribute_name, unknown.name) as subject_attribute_name,
        learning_area,
        coalesce(learning_area_name, unknown.name) as learning_area_name,
        subject_code,
        reference_subject,
        course_group_code,
    from stg_course
    join main_node using (course_code)
    join ref_wording as unknown on unknown.code = 'unknown_code'
)

select * from named_course
order by course_code
