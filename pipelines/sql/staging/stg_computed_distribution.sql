-- Distributions counted from rosters where none was handed over. One row per course code, year and semester.
with wanted_course as (
    select distinct
        course_code,
        academic_year,
        semester,
    from stg_course_record
    where grade_distribution_id is null and course_code <> ''
),

counted_bin as (
    select
        course_code,
        academic_year,
        semester,
        unnest(grade_bins) as students,
        generate_subscripts(grade_bins, 1) as bin,
    from wanted_course
    join raw_roster_course using (course_code)
    join raw_roster_distribution using (course_no, academic_year, semester)
),

summed_bin as (
    select
        course_code,
        academic_year,
        semester,
        bin,
        cast(sum(students) as integer) as students,
    from counted_bin
    group by all
),

computed_distribution as (
    select
        course_code,
        academic_year,
        semester,
        left(md5(concat_ws('|', 'computed', course_code, academic_year, semester)), 32)
        as grade_distribution_id,
        -- Students without a grade have no place in it, so the population is that of the bins.
        cast(sum(students) as integer) as population,
        list(students order by bin) as grade_bins,
    from summed_bin
    group by course_code, academic_year, semester
)

select * from computed_distribution
