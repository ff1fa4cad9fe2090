-- Students with the school of most of their rows and what the latest student roster says. One row per student.
with seen_school as (
    select
        student_no,
        coalesce(school_key.school_code, seen_value.school_code) as school_code,
        cast(sum(entries) as bigint) as entries,
    from seen_value
    join student_key using (student_id)
    left join school_key on received_code = seen_value.school_code
    where not is_course and not coalesce(is_test, false)
    group by all
),

seen_year as (
    select
        student_no,
        try_cast(entry_text as usmallint) as entry_year,
        cast(sum(entries) as bigint) as entries,
    from seen_value
    join student_key using (student_id)
    where not is_course and try_cast(entry_text as usmallint) between 108 and 200
    group by all
),

main_school as (
    select student_no, first(school_code order by entries desc, school_code) as school_code
    from seen_school
    group by student_no
),

main_year as (
    select student_no, first(entry_year order by entries desc, entry_year) as entry_year
    from seen_year
    group by student_no
),

latest_row as (
    select
        student_no,
        unnest(
            first(
                {
                    'program_group': program_group,
                    'department': department,
                    'division': division,
                    'class_kind': class_kind,
                    'gender_code': gender_code
                }
                order by academic_year desc, semester desc, department, program_group, class_kind
            )
        ),
    from student_row
    where findings & 7 = 0
    group by student_no
),

described_student as (
    select
        student_no,
        school_code,
        entry_year,
        program_group,
        department,
        division,
        class_kind,
        gender_code,
    from main_school
    left join main_year using (student_no)
    left join latest_row using (student_no)
)

select * from described_student
order by student_no
