-- Activities and outcomes without any free text, in the order of students. One row per row of their rosters.
with published_activity as (
    select
        student_no,
        activity_list,
        level_code,
        academic_year,
        semester,
        hours,
    from raw_roster_activity
)

select * from published_activity
