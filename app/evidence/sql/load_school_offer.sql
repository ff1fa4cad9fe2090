-- What a school offers one cohort, from its course-code lists. One row per course of a plan, category and learning area.
with offer as (
    select
        subject,
        course_code[17] as course_category,
        course_code[20:21] as learning_area,
        semester_credits,
        -- A plan code that ends in 0 is that of all classes: its courses are the own ones too.
        coalesce(course_plan_code = $course_plan_code[1:15] || '0', false)
        or coalesce(course_plan_code in ($course_plan_code, $class_plan_code), false) as is_own_plan,
        course_code,
    from course_offer
    where course_code[4:9] = $school_code
        and (
            $entry_year is null
            or coalesce(try_cast(course_code[1:3] as integer), $entry_year) = $entry_year
        )
),

-- Names come from the codes seen in the records; the bare code is shown where no applicant has one.
area_name as (
    select
        learning_area,
        min(learning_area_name) as learning_area_name,
    from course
    where is_valid_code
    group by learning_area
),

published as (
    select
        course_code,
        min(syllabus_id) as syllabus_id,
    from syllabus
    where course_code[4:9] = $school_code
    group by course_code
)

select
    offer.subject,
    offer.course_category,
    offer.learning_area,
    area_name.learning_area_name,
    coalesce(offer.semester_credits, '') as semester_credits,
    offer.is_own_plan,
    published.syllabus_id,
from offer
left join area_name using (learning_area)
left join published using (course_code)
order by
    offer.course_category,
    offer.learning_area,
    offer.subject,
    offer.course_code
