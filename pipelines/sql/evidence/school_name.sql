-- Names of schools by year. One row per school code and year of the school lists.
with named_school as (
    select
        school_code,
        cast(academic_year as integer) as academic_year,
        school_name,
    from raw_school_name
)

select * from named_school
order by school_code, academic_year
