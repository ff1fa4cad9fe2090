-- Courses whose syllabus was found by an alike name. One row per course code and subject, most records first.
with alike as (
    select *
    from course_syllabus_match
    where match_method = 'alike_name'
),

counted as (
    select
        course_code,
        subject,
        count(*) as records,
    from course_record
    semi join alike using (course_code, subject)
    group by course_code, subject
)

select
    alike.course_code,
    alike.subject,
    coalesce(school.school_name, course.school_code, '') as school_name,
    coalesce(records, 0) as records,
    coalesce(is_uncertain, false) as is_uncertain,
    best.course_code,
    best.subject,
    alike.similarity,
    coalesce(left(best.aims, $aims_length), '') as aims,
    runner_up.course_code,
    runner_up.subject,
    runner_up_similarity,
    coalesce(left(runner_up.aims, $aims_length), '') as runner_up_aims,
from alike
join syllabus as best
    on best.syllabus_id = alike.syllabus_id
left join syllabus as runner_up
    on runner_up.syllabus_id = alike.runner_up_syllabus_id
left join counted
    on counted.course_code = alike.course_code
    and counted.subject = alike.subject
left join course
    on course.course_code = alike.course_code
left join school
    on school.school_code = course.school_code
order by records desc, alike.course_code, alike.subject
limit $limit
