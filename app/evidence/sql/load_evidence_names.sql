-- Names that stand in the evidence of a programme's applicants. One row per name, with the applications that bear it.
with borne as (
    select application_id, subject as name
    from course_record
    where application_place between $first_place and $last_place
    union all
    select application_id, unnest([title, organiser, role])
    from activity_record
    where application_place between $first_place and $last_place
    union all
    select application_id, subject
    from course_outcome
    where application_place between $first_place and $last_place
    union all
    select application_id, school_name
    from application
    inner join applicant using (applicant_id)
    where application_place between $first_place and $last_place
)

select
    name,
    list(distinct application_id) as application_ids,
from borne
where length(name) between 2 and $longest
group by name
order by name
