-- Courses taken, with the estimated standing. One row per course, semester and application.
with known_distribution as (
    select
        stg_course_record.* replace (
            coalesce(
                stg_course_record.grade_distribution_id, stg_computed_distribution.grade_distribution_id
            ) as grade_distribution_id
        ),
        coalesce(raw_grade_distribution.population, stg_computed_distribution.population) as population,
        coalesce(raw_grade_distribution.grade_bins, stg_computed_distribution.grade_bins) as grade_bins,
    from stg_course_record
    left join raw_grade_distribution using (grade_distribution_id)
    left join stg_computed_distribution
        on stg_course_record.grade_distribution_id is null
        and stg_computed_distribution.course_code = stg_course_record.course_code
        and stg_computed_distribution.academic_year = stg_course_record.academic_year
        and stg_computed_distribution.semester = stg_course_record.semester
),

estimated_record as (
    select
        known_distribution.*,
        standing_estimate(grade, grade_bins, population) as estimate,
        standing_lower_end(grade, grade_bins, population) as lower_end,
        standing_upper_end(grade, grade_bins, population) as upper_end,
        count(*) over (
            partition by
                application_id,
                academic_year,
                semester,
                course_code,
                case when course_code = '' then subject end
        ) > 1 as is_repeated_row,
    from known_distribution
),

course_fact as (
    select course_code, is_valid_code, course_category, learning_area_name
    from course
),

placed_record as (
    select
        record_id,
        application_id,
        application_place,
        position,
        academic_year,
        semester,
        course_code,
        subject,
        course_category_text,
        learning_area_text,
        is_valid_code,
        course_fact.course_category,
        learning_area_name,
        course_group_code,
        case when credits between 0 and 9999 then cast(credits as decimal(6, 2)) end as credits,
        grade,
        grade_text,
        grade_distribution_id,
        distribution_place,
        -- A bin range beyond the population contradicts itself; no percent is better than a wrong one.
        case when upper_end <= 100 then estimate end as estimated_standing,
        case when upper_end <= 100 then lower_end end as standing_best,
        case when upper_end <= 100 then upper_end end as standing_worst,
        is_repeated_row,
        raw_record,
    from estimated_record
    join stg_course_node using (course_code, subject)
    left join course_fact using (course_code)
    join stg_application_place using (application_id)
    left join stg_distribution_place using (grade_distribution_id)
)

select * from placed_record
order by application_place, position
