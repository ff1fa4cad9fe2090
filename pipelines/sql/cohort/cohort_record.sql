-- Grade rows by student and term; they were sorted when they were written. One row per row of the grade rosters.
with published_record as (
    select *
    from raw_roster_record
)

select * from published_record
