-- Numbers that say nothing: the order is that of a digest. One row per student id as received.
with seen_id as (
    select distinct student_id
    from seen_value
    where not is_course and not is_lost_identity(student_id)
),

numbered_id as (
    select
        student_id,
        cast(
            dense_rank() over (order by sha256('student ' || upper(roster_plain(student_id)))) - 1 as uinteger
        ) as student_no,
    from seen_id
)

select * from numbered_id
