-- The first courses of each group that fit everything that is asked of one. One row per course and semester.
with fitting as (
    select
        course_record.*,
    from course_record
    left join course_syllabus_match using (course_code, subject)
    where application_place between $first_place and $last_place
        and application_place in (select unnest($places::integer[]))
        -- The names that fit are found before, folded, among the few hundred of the programme.
        and ($category_code is null or 'course_group.' || course_group_code = $category_code)
        and (subject, coalesce(if(is_valid_code, learning_area_name, learning_area_text), ''), course_group_code) in (
            select (unnest($subjects::varchar[]), unnest($areas::varchar[]), unnest($groups::varchar[]))
        )
        and ($syllabus_ids::varchar[] is null or list_contains($syllabus_ids::varchar[], syllabus_id))
        and coalesce(grade >= $grade_at_least::decimal(9, 4), $grade_at_least is null)
        and coalesce(grade > $grade_above::decimal(9, 4), $grade_above is null)
        and coalesce(grade <= $grade_at_most::decimal(9, 4), $grade_at_most is null)
        and coalesce(grade < $grade_below::decimal(9, 4), $grade_below is null)
        and coalesce(estimated_standing >= $standing_at_least::decimal(9, 4), $standing_at_least is null)
        and coalesce(estimated_standing > $standing_above::decimal(9, 4), $standing_above is null)
        and coalesce(estimated_standing <= $standing_at_most::decimal(9, 4), $standing_at_most is null)
        and coalesce(estimated_standing < $standing_below::decimal(9, 4), $standing_below is null)
)

select
    application_place,
    'course_group.' || course_group_code as category_code,
    record_id,
    subject,
    academic_year,
    semester,
    grade,
    estimated_standing,
from fitting
qualify row_number() over (
    partition by application_place, course_group_code
    order by academic_year, semester, position
) <= $most
order by application_place, category_code, academic_year, semester, position
