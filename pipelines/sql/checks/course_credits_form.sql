-- warn: the credits of offered courses have one sign for each of six semesters
select
    file_id,
    position as row_position,
    'semester_credits' as column_name,
    coalesce(course_code, '') || ' ' || coalesce(semester_credits, '') as raw_value,
from raw_course_offer
where not coalesce(regexp_full_match(semester_credits, '[0-9A-Z]{6}'), false)
