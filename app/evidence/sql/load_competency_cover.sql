-- Which core competencies the chosen courses cover. One row per competency and programme, zeros included.
with counted_record as (
    select
        application.programme_code,
        application.applicant_id,
        course_record.course_code,
        course_record.subject,
        -- Required national courses are no choice, and the platform seldom has a syllabus for them.
        coalesce(course.course_category <> '1', false) as is_chosen,
    from course_record
    inner join application using (application_id)
    left join course using (course_code)
    where application.submission_mode in ('database', 'partial_pdf')
        and ($programme_code is null or application.programme_code = $programme_code)
),

population as (
    select
        programme_code,
        count(distinct applicant_id) as applicants,
    from counted_record
    group by programme_code
),

matched_course as (
    select distinct
        counted_record.programme_code,
        counted_record.applicant_id,
        syllabus.syllabus_id,
        syllabus.core_competencies,
    from counted_record
    inner join course_syllabus_match using (course_code, subject)
    inner join syllabus using (syllabus_id)
    where counted_record.is_chosen
),

matched as (
    select
        programme_code,
        count(distinct applicant_id) as applicants,
    from matched_course
    group by programme_code
),

covered as (
    select
        matched_course.programme_code,
        left(entry.code, 2) as competency,
        count(distinct matched_course.applicant_id) as applicants,
    from matched_course
    cross join unnest(matched_course.core_competencies) as entry (code)
    group by matched_course.programme_code, competency
),

competency as (
    select unnest(['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3']) as competency
)

select
    competency.competency,
    population.programme_code,
    coalesce(covered.applicants, 0) as applicants,
    coalesce(matched.applicants, 0) as matched,
    population.applicants as population,
from population
cross join competency
left join covered using (programme_code, competency)
left join matched using (programme_code)
order by population.programme_code, competency.competency
