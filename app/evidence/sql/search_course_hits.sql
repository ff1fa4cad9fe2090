-- The first courses of each group that fit something asked of one. One row per course and semester.
with asked as (
    -- The names that fit are found before, folded, among the few hundred of the programme.
    select
        unnest($subjects::varchar[]) as subject,
        unnest($areas::varchar[]) as area,
        unnest($groups::varchar[]) as course_group_code,
        unnest($askings::integer[]) as asking,
),

fitting as (
    select
        any_value(course_record) as course,
        -- Bit n is asking n: a course found in many ways is one.
        bit_or(1::bigint << (asking - 1)) as found,
    from course_record
    inner join asked
        on asked.subject = course_record.subject
        and asked.course_group_code = course_record.course_group_code
        and asked.area = coalesce(if(is_valid_code, learning_area_name, learning_area_text), '')
    left join course_syllabus_match
        on course_syllabus_match.course_code = course_record.course_code
        and course_syllabus_match.subject = course_record.subject
    where application_place between $first_place and $last_place
        and application_place in (select unnest($places::integer[]))
        and ($category_code is null or 'course_group.' || course_record.course_group_code = $category_code)
        and (
            ($syllabi::varchar[][])[asking] is null
            or list_contains(($syllabi::varchar[][])[asking], syllabus_id)
        )
        -- What has no bounds fits also where it is unknown.
        and coalesce(
            grade between ($grade_from::decimal(12, 4)[])[asking] and ($grade_to::decimal(12, 4)[])[asking],
            ($grade_from::decimal(12, 4)[])[asking] is null
        )
        and coalesce(
            estimated_standing between ($standing_from::decimal(12, 4)[])[asking]
                and ($standing_to::decimal(12, 4)[])[asking],
            ($standing_from::decimal(12, 4)[])[asking] is null
        )
    group by application_place, record_id
)

select
    course.application_place,
    'course_group.' || course.course_group_code as category_code,
    course.record_id,
    found,
    course.subject,
    null::integer as page_number,
    course.academic_year,
    course.semester,
    course.grade,
    course.estimated_standing,
from fitting
-- What was found in most ways comes shown.
qualify row_number() over (
    partition by course.application_place, course.course_group_code
    order by bit_count(found) desc, course.academic_year, course.semester, course.position
) <= $most
order by
    course.application_place,
    category_code,
    bit_count(found) desc,
    course.academic_year,
    course.semester,
    course.position
