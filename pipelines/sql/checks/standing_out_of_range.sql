-- warn: no estimate is withheld because bins and population contradict each other
select
    file_id,
    raw_course_record.position as row_position,
    'grade_bins' as column_name,
    cast(grade as varchar) as raw_value,
    raw_course_record.application_id,
from raw_course_record
join course_record using (record_id)
join grade_distribution on grade_distribution.grade_distribution_id = raw_course_record.grade_distribution_id
where estimated_standing is null and is_comparable(grade, grade_bins, population)
