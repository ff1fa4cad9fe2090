-- Codes split, with the names of their parts. One row per distinct course code in the records.
with seen_code as (
    select distinct course_code
    from stg_course_record
),

named_code as (
    select
        decoded_course_code.* replace (
            list_filter(string_split(broken_rules, '|'), lambda rule: rule <> '') as broken_rules
        ),
        ref_course_category.name as course_category_name,
        ref_subject_attribute.name as subject_attribute_name,
        ref_learning_area.name as learning_area_name,
        ref_subject.name as reference_subject,
    from seen_code
    join decoded_course_code using (course_code)
    left join ref_course_category on ref_course_category.code = course_category
    left join ref_subject_attribute on ref_subject_attribute.code = decoded_course_code.subject_attribute
    left join ref_learning_area on ref_learning_area.code = decoded_course_code.learning_area
    left join ref_subject
        on ref_subject.course_category = decoded_course_code.course_category
        and ref_subject.subject_attribute = decoded_course_code.subject_attribute
        and ref_subject.learning_area = decoded_course_code.learning_area
        and ref_subject.code = subject_code
)

select * from named_code
