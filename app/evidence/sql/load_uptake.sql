-- How many applicants took what. One row per label and split, the most frequent first.
with taken as (
    select
        application.applicant_id,
        case $by
            when 'course_category' then coalesce(course.course_category_name, '')
            when 'learning_area'
                then coalesce(if(course.is_valid_code, course.learning_area_name, learning_area_text), '')
            when 'subject' then coalesce(course.reference_subject, course_record.subject, '')
        end as label,
        case $split
            when 'none' then ''
            when 'programme' then application.programme_code
            when 'school_type' then coalesce(applicant.school_type, '')
            when 'semester' then concat_ws('-', course_record.academic_year, course_record.semester)
        end as split_label,
    from course_record
    inner join application using (application_id)
    inner join applicant using (applicant_id)
    left join course using (course_code)
    where application.submission_mode in ('database', 'partial_pdf')
        and ($programme_code is null or application.programme_code = $programme_code)
),

population as (
    select
        split_label,
        count(distinct applicant_id) as applicants,
    from taken
    group by split_label
),

uptake as (
    select
        label,
        split_label,
        count(distinct applicant_id) as applicants,
    from taken
    group by label, split_label
)

select
    uptake.label,
    uptake.split_label,
    uptake.applicants,
    population.applicants as population,
from uptake
inner join population using (split_label)
order by uptake.split_label, uptake.applicants desc, uptake.label
