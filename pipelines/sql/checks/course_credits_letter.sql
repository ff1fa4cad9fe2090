-- warn: the credits of offered courses are numbers; a letter is shown as it is
select
    file_id,
    position as row_position,
    'semester_credits' as column_name,
    coalesce(course_code, '') || ' ' || semester_credits as raw_value,
from raw_course_offer
where regexp_full_match(semester_credits, '[0-9A-Z]{6}') and regexp_matches(semester_credits, '[A-Z]')
