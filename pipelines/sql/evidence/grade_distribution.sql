-- Distinct distributions with their ten bars. One row per distribution; bins are one point wide.
with summed_distribution as (
    select
        grade_distribution_id,
        population,
        grade_bins,
        ten_point_bars_of(grade_bins) as ten_point_bars,
        cast(list_sum(grade_bins) as integer) as bin_total,
        false as is_computed,
    from raw_grade_distribution
),

computed_distribution as (
    select
        grade_distribution_id,
        population,
        grade_bins,
        ten_point_bars_of(grade_bins) as ten_point_bars,
        population as bin_total,
        true as is_computed,
    from stg_computed_distribution
),

every_distribution as (
    select * from summed_distribution
    union all
    select * from computed_distribution
),

placed_distribution as (
    select *
    from every_distribution
    join stg_distribution_place using (grade_distribution_id)
)

select * from placed_distribution
order by distribution_place
