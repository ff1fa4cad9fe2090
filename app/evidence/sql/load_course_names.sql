-- The courses of a programme's applicants by name. One row per subject, learning area and course group.
select distinct
    subject,
    coalesce(if(is_valid_code, learning_area_name, learning_area_text), '') as learning_area_name,
    course_record.course_group_code,
    coalesce(course_group.label, course_record.course_group_code) as course_group_label,
from course_record
left join course_group using (course_group_code)
where application_place between $first_place and $last_place
order by all
