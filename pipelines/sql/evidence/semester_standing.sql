-- Semester grades against school, group and department. One row per application, semester and level.
with estimated_standing as (
    select
        application_id,
        application_place,
        academic_year,
        semester,
        standing_level,
        given_text(unit_name) as unit_name,
        semester_grade,
        grade_distribution_id,
        distribution_place,
        standing_estimate(semester_grade, grade_bins, population) as estimate,
        standing_lower_end(semester_grade, grade_bins, population) as lower_end,
        standing_upper_end(semester_grade, grade_bins, population) as upper_end,
        raw_record,
    from raw_semester_standing
    join stg_semester_grade using (application_id, file_id, position)
    join stg_application_place using (application_id)
    left join stg_distribution_place using (grade_distribution_id)
    left join raw_grade_distribution using (grade_distribution_id)
),

bounded_standing as (
    select
        * exclude (estimate, lower_end, upper_end, raw_record),
        case when upper_end <= 100 then estimate end as estimated_standing,
        case when upper_end <= 100 then lower_end end as standing_best,
        case when upper_end <= 100 then upper_end end as standing_worst,
        raw_record,
    from estimated_standing
)

select * from bounded_standing
order by application_place, academic_year, semester, standing_level
