-- warn: every course code of the grade rosters follows the rules of the code
select
    'course_code' as column_name,
    course_code as raw_value,
from cohort_course
where not is_valid_code
group by course_code
order by course_code
