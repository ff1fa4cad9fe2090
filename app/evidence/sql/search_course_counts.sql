-- How many courses fit which of the things asked of one. One row per application, course group and set of them.
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
        application_place,
        course_record.course_group_code,
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
    group by application_place, course_record.course_group_code, record_id
)

select
    application_place,
    'course_group.' || course_group_code as category_code,
    found,
    count(*)::integer as courses,
from fitting
group by all
