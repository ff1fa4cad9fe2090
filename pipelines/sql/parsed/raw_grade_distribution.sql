-- Distributions as received. One row per distinct distribution.
with distinct_distribution as (
    select distinct on (grade_distribution_id) *
    from parsed_grade_distribution
)

select * from distinct_distribution
