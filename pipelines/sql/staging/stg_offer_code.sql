-- Offered codes split, where they keep every rule of their form and lists. One row per distinct valid code.
with offered_code as (
    select distinct course_code
    from raw_course_offer
    where
        regexp_full_match(course_code, '[0-9]{3}[0-9A-Z]{20}')
        and cast(left(course_code, 3) as integer) >= 108
        and (course_code[10] <> 'H' or course_code[11:12] = '11')
),

split_code as (
    select
        course_code,
        left(course_code, 16) as course_plan_code,
        course_code[17] as course_category,
        ref_course_category.name as course_category_name,
        course_code[19] as subject_attribute,
        course_code[20:21] as learning_area,
        course_code[22:23] as subject_code,
    from offered_code
    join ref_school_type on ref_school_type.code = course_code[10]
    join ref_course_category on ref_course_category.code = course_code[17]
    join ref_delivery on ref_delivery.code = course_code[18]
    join ref_subject_attribute on ref_subject_attribute.code = course_code[19]
)

select * from split_code
