-- First grades in one-point bins, in the order of courses and terms. One row per course, year and semester.
with published_distribution as (
    select *
    from raw_roster_distribution
)

select * from published_distribution
