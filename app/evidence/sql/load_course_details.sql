-- What else was received of the courses of an application: attempts, where from, next best syllabus. One row per course.
with record as (
    select
        course_record.*,
        -- Few records hold more than the known keys; what they hold may stand in the grade or beside it.
        case
            when raw_record is null then null
            when json_type(raw_record, '$."學業成績"') = 'OBJECT'
                then json_merge_patch(raw_record, raw_record -> '$."學業成績"')
            else raw_record
        end as received,
    from course_record
    where application_place = $application_place
),

plan as (
    select
        course_code,
        subject,
        max(semester_credits) as semester_credits,
    from course_offer
    where course_code in (select course_code from record)
    group by
        course_code,
        subject
)

select
    record.record_id,
    record.course_category_text,
    coalesce(school_name.school_name, school.school_name) as school_name,
    case
        when coalesce(received ->> '$."重修成績"', received ->> '$."原修課學年度"') is not null then 'retake'
        when coalesce(received ->> '$."補修成績"', received ->> '$."應修課學年度"') is not null then 'late_course'
        when coalesce(received ->> '$."抵免後成績"', received ->> '$."對應學年度"') is not null then 'transfer'
        when coalesce(received ->> '$."再次修習成績"', received ->> '$."重讀成績"') is not null then 'second_study'
        else 'semester'
    end as attempt,
    try_cast(coalesce(
        received ->> '$."原修課學年度"', received ->> '$."應修課學年度"', received ->> '$."對應學年度"'
    ) as integer) as origin_year,
    try_cast(coalesce(
        received ->> '$."原修課學期"', received ->> '$."應修課學期"', received ->> '$."對應學期"'
    ) as integer) as origin_semester,
    received ->> '$."成績及格"' as passed,
    coalesce(
        received ->> '$."重修成績"',
        received ->> '$."補修成績"',
        received ->> '$."抵免後成績"',
        received ->> '$."再次修習成績"',
        received ->> '$."重讀成績"'
    ) as other_grade,
    coalesce(
        received ->> '$."重修及格"', received ->> '$."補修及格"', received ->> '$."再次修習成績及格"'
    ) as other_passed,
    received ->> '$."補考成績"' as makeup_grade,
    received ->> '$."補考及格"' as makeup_passed,
    received ->> '$."重讀註記"' as repeat_mark,
    received ->> '$."是否採計學分"' as credit_rule,
    received ->> '$."質性文字描述"' as qualitative_note,
    coalesce(grade_distribution.is_computed, false) as is_computed,
    runner_up.subject as runner_up_subject,
    course_syllabus_match.runner_up_similarity,
    coalesce(course_syllabus_match.is_uncertain, false) as is_uncertain,
    plan.semester_credits,
from record
left join plan
    on plan.course_code = record.course_code
    and plan.subject = record.subject
left join grade_distribution using (distribution_place)
left join course_syllabus_match
    on course_syllabus_match.course_code = record.course_code
    and course_syllabus_match.subject = record.subject
left join syllabus as runner_up
    on runner_up.syllabus_id = course_syllabus_match.runner_up_syllabus_id
left join school_name
    on record.is_valid_code
    and school_name.school_code = record.course_code[4:9]
    and school_name.academic_year = record.academic_year
left join school
    on record.is_valid_code
    and school.school_code = record.course_code[4:9]
