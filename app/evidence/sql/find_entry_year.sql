-- The cohort an applicant belongs to: the entry year most of the course codes name. One row per application, at most.
select course.entry_year
from course_record
inner join course using (course_code)
where course_record.application_place = $application_place
    and course.is_valid_code
    and course.entry_year is not null
group by course.entry_year
order by
    count(*) desc,
    course.entry_year desc
limit 1
