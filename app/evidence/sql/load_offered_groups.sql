-- What a school offers, from its course-code lists. One row per course category and learning area.
-- A list names one subject under many codes: by cohort, department and class. The names are the courses.
with offer as (
    select distinct
        subject,
        course_code[17] as course_category,
        course_code[20:21] as learning_area,
    from course_offer
    where course_code[4:9] = $school_code
        and (
            $entry_year is null
            or coalesce(try_cast(course_code[1:3] as integer), $entry_year) = $entry_year
        )
),

-- Names come from the codes seen in the records; the bare code is shown where no applicant has one.
category_name as (
    select
        course_category,
        min(course_category_name) as name,
    from course
    where is_valid_code
    group by course_category
),

area_name as (
    select
        learning_area,
        min(learning_area_name) as name,
    from course
    where is_valid_code
    group by learning_area
)

select
    offer.course_category,
    coalesce(min(category_name.name), offer.course_category) as course_category_name,
    offer.learning_area,
    coalesce(min(area_name.name), offer.learning_area) as learning_area_name,
    list(offer.subject order by offer.subject) as subjects,
from offer
left join category_name using (course_category)
left join area_name using (learning_area)
group by offer.course_category, offer.learning_area
order by offer.course_category, offer.learning_area
