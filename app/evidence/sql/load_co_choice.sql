-- Elective subjects taken by the same applicants. One row per pair of subjects, the most frequent first.
with counted_record as (
    select
        application.applicant_id,
        coalesce(course.reference_subject, course_record.subject) as subject,
        course.course_category in ('3', '4', '5', '6', '7') as is_elective,
    from course_record
    inner join application using (application_id)
    left join course using (course_code)
    where application.submission_mode in ('database', 'partial_pdf')
        and ($programme_code is null or application.programme_code = $programme_code)
),

population as (
    select count(distinct applicant_id) as applicants
    from counted_record
),

choice as (
    select distinct applicant_id, subject
    from counted_record
    where is_elective
),

subject_count as (
    select
        subject,
        count(*) as applicants,
    from choice
    group by subject
),

pair as (
    select
        one.subject as first_subject,
        other.subject as second_subject,
        count(*) as both_applicants,
    from choice as one
    inner join choice as other
        on other.applicant_id = one.applicant_id
        and other.subject > one.subject
    group by one.subject, other.subject
)

select
    pair.first_subject,
    pair.second_subject,
    pair.both_applicants,
    first_count.applicants as first_applicants,
    second_count.applicants as second_applicants,
    population.applicants as population,
from pair
inner join subject_count as first_count on first_count.subject = pair.first_subject
inner join subject_count as second_count on second_count.subject = pair.second_subject
cross join population
order by pair.both_applicants desc, pair.first_subject, pair.second_subject
limit $limit
