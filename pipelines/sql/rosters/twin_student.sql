-- Students whose rows differ in the birth date. One row per such student, with the date of most rows.
with counted_date as (
    select student_no, birth_date, sum(entries) as entries
    from seen_birth
    join student_key using (student_id)
    group by all
),

differing_student as (
    select
        student_no,
        first(birth_date order by entries desc, birth_date) as first_birth_date,
    from counted_date
    group by student_no
    having count(*) > 1
)

select * from differing_student
