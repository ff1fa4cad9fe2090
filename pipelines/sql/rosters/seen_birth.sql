-- Birth dates as the student sheets give them; they stay in the work folder. One row per student and date.
with counted_date as (
    select
        student_id,
        roster_plain(birth_date) as birth_date,
        count(*) as entries,
    from received
    where given_text(birth_date) is not null
    group by all
)

select * from counted_date
