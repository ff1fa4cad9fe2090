-- Codes split once. One row per distinct course code and subject of the grade sheets.
with seen_course as (
    select distinct course_code, subject
    from seen_value
    where is_course
),

tested_code as (
    select
        *,
        regexp_full_match(course_code, '[0-9]{3}[0-9A-Z]{20}')
        and try_cast(left(course_code, 3) as usmallint) >= 108 as is_splittable,
    from seen_course
),

split_code as (
    select
        course_code,
        subject,
        is_splittable,
        case when is_splittable then cast(left(course_code, 3) as usmallint) end as entry_year,
        case when is_splittable then substr(course_code, 4, 6) end as school_code,
        case when is_splittable then substr(course_code, 10, 1) end as school_type,
        case when is_splittable then substr(course_code, 11, 2) end as program_group,
        case when is_splittable then substr(course_code, 13, 3) end as department,
        case when is_splittable then substr(course_code, 16, 1) end as class_group,
        case when is_splittable then substr(course_code, 17, 1) end as course_category,
        case when is_splittable then substr(course_code, 18, 1) end as delivery,
        case when is_splittable then substr(course_code, 19, 1) end as subject_attribute,
        case when is_splittable then substr(course_code, 20, 2) end as learning_area,
        case when is_splittable then substr(course_code, 22, 2) end as subject_code,
    from tested_code
),

judged_code as (
    select
        cast(row_number() over (order by course_code, subject) - 1 as uinteger) as course_no,
        split_code.* exclude (is_splittable),
        is_splittable
        and ref_school_type.code is not null
        and (school_type <> 'H' or program_group = '11')
        and ref_course_category.code is not null
        and ref_delivery.code is not null
        and ref_subject_attribute.code is not null as is_valid_code,
        cast(course_rule_of(course_category, subject_attribute) as utinyint) as course_rule,
    from split_code
    left join ref_school_type on ref_school_type.code = school_type
    left join ref_course_category on ref_course_category.code = course_category
    left join ref_delivery on ref_delivery.code = delivery
    left join ref_subject_attribute on ref_subject_attribute.code = subject_attribute
)

select * from judged_code
order by course_no
