-- Schools with a course list, and how many of them offer each course group. One row per course group, and one with an empty code for all of them.
with offer as (
    select
        course_code[4:9] as school_code,
        'course_group.' || course_group_code as category_code,
    from course_offer
)

select
    coalesce(category_code, '') as category_code,
    count(distinct school_code)::integer as schools,
from offer
group by grouping sets ((category_code), ())
having grouping(category_code) = 1 or category_code is not null
order by category_code
