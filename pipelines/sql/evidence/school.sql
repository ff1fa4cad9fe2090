-- Schools seen in profiles and course codes. One row per school code.
with seen_school as (
    select school_code from applicant where school_code <> ''
    union
    select school_code from course where school_code is not null
),

described_school as (
    select
        school_code,
        first(school_name order by school_name) filter (where school_name <> '') as school_name,
        first(county order by county) filter (where county is not null) as county,
    from applicant
    group by school_code
),

listed_school as (
    select
        school_code,
        arg_max(school_name, cast(academic_year as integer)) as school_name,
        arg_max(county, cast(academic_year as integer)) as county,
    from raw_school_name
    group by school_code
),

named_school as (
    select
        school_code,
        coalesce(
            described_school.school_name, listed_school.school_name, ref_school.name, school_code
        ) as school_name,
        coalesce(described_school.county, listed_school.county) as county,
        ref_school.code is not null as is_in_reference,
    from seen_school
    left join described_school using (school_code)
    left join listed_school using (school_code)
    left join ref_school on ref_school.code = school_code
)

select * from named_school
order by school_code
