-- One category over all applicants of a programme. One row per application, those without an entry included.
with candidate as (
    select
        application.application_id,
        applicant.application_number,
        applicant.school_name,
    from application
    inner join applicant using (applicant_id)
    where application.application_place between $first_place and $last_place
),

entry as (
    select
        application_id,
        'course_group.' || course_group_code as category_code,
        concat_ws(' ', subject, regexp_replace(grade::varchar, '[.]?0*$', '')) as text,
        academic_year * 10 + semester as place,
        position,
    from course_record
    where application_place between $first_place and $last_place
    union all
    select application_id, category_code, concat_ws(' ', title, role), 0, position
    from activity_record
    where application_place between $first_place and $last_place
    union all
    select application_id, 'course_outcome', subject, 0, position
    from course_outcome
    where application_place between $first_place and $last_place
    union all
    select document.application_id, document.category_code, parse_filename(document.relative_path), 0, 0
    from document
    where application_place between $first_place and $last_place
    union all
    select attachment.application_id, attachment.category_code, parse_filename(attachment.relative_path), 1, 0
    from attachment
    where application_place between $first_place and $last_place
        and attachment.owner_id is null
        and attachment.file_id is not null
    union all
    select category_count.application_id, category_count.category_code, candidate.school_name, 0, 0
    from category_count
    inner join candidate using (application_id)
    where category_count.application_place between $first_place and $last_place
        and category_count.category_code = 'profile'
),

chosen as (
    select *
    from entry
    where category_code = $category_code
)

select
    candidate.application_id,
    count(chosen.application_id)::integer as entries,
    coalesce(string_agg(chosen.text, ' · ' order by chosen.place, chosen.position, chosen.text), '') as text,
from candidate
left join chosen using (application_id)
group by candidate.application_id, candidate.application_number
order by candidate.application_number nulls last, candidate.application_id
