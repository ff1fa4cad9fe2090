-- Courses of an application with distribution, standing and syllabus. One row per course and semester.
with record as (
    select course_record.*
    from course_record
    where application_place = $application_place
        and ($course_group_code is null or course_group_code = $course_group_code)
)

select
    record.record_id,
    record.academic_year,
    record.semester,
    record.course_code,
    record.subject,
    record.course_group_code,
    coalesce(course_group.label, record.course_group_code) as course_group_label,
    if(record.is_valid_code, record.learning_area_name, record.learning_area_text) as learning_area_name,
    record.credits,
    record.grade,
    record.grade_text,
    record.estimated_standing,
    record.standing_best,
    record.standing_worst,
    grade_distribution.grade_distribution_id,
    grade_distribution.population,
    grade_distribution.grade_bins,
    grade_distribution.ten_point_bars,
    course_syllabus_match.syllabus_id,
    course_syllabus_match.match_method,
    course_syllabus_match.similarity as match_similarity,
    coalesce(record.is_valid_code, false) as is_valid_code,
    coalesce(record.course_category = '1', false) as is_national,
    coalesce(record.is_repeated_row, false) as is_repeated_row,
from record
left join course_group
    on course_group.course_group_code = record.course_group_code
left join grade_distribution using (distribution_place)
left join course_syllabus_match
    on course_syllabus_match.course_code = record.course_code
    and course_syllabus_match.subject = record.subject
order by
    record.academic_year nulls last,
    record.semester nulls last,
    course_group.sort_key nulls last,
    record.subject,
    record.position
