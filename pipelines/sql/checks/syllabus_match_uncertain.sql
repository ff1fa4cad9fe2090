-- warn: every syllabus found by an alike name is clearly better than the next
-- One row per course whose next best syllabus is nearly as alike.
select
    'subject' as column_name,
    found.subject || ' → ' || best.subject || ' / ' || runner_up.subject as raw_value,
from course_syllabus_match as found
join syllabus as best using (syllabus_id)
join syllabus as runner_up on runner_up.syllabus_id = runner_up_syllabus_id
where is_uncertain
order by found.course_code, found.subject
