-- Submission mode and means of each application. One row per applicant and programme.
with moded_application as (
    select
        raw_application.*,
        list_filter(
            [course_record_mode, course_outcome_mode, activity_record_mode], lambda mode: mode in ('json', 'unreadable')
        ) as json_items,
        list_filter(
            [course_record_mode, course_outcome_mode, activity_record_mode], lambda mode: mode = 'pdf'
        ) as pdf_items,
    from raw_application
),

semester_mean as (
    select
        application_id,
        mean_half_up(sum(semester_grade), count(semester_grade)) as semester_grade_mean,
    from stg_semester_grade
    group by application_id
),

own_school_mean as (
    select
        application_id,
        mean_half_up(sum(estimated_standing), count(estimated_standing)) as mean_standing,
    from semester_standing
    where standing_level = 'school'
    group by application_id
),

summed_application as (
    select
        application_id,
        application_place,
        applicant_id,
        moded_application.programme_code,
        case
            when len(pdf_items) = 3 then 'pdf'
            when len(pdf_items) = 0 and len(json_items) = 0 then 'missing'
            when len(pdf_items) = 0 then 'database'
            else 'partial_pdf'
        end as submission_mode,
        course_record_mode,
        course_outcome_mode,
        activity_record_mode,
        has_sixth_semester,
        semester_grade_mean,
        mean_standing,
    from moded_application
    join stg_application_place using (application_id)
    left join semester_mean using (application_id)
    left join own_school_mean using (application_id)
)

select * from summed_application
order by application_place
