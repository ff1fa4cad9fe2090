-- The limits of a portfolio in the channel and year of each programme. One row per programme and limit.
with valid_limit as (
    select
        programme_code,
        limit_code,
        cast(most as bigint) as most,
    from programme
    join ref_portfolio_limit as valid
        on valid.admission_channel in ('', programme.admission_channel)
        and programme.admission_year >= coalesce(try_cast(year_from as integer), 0)
        and programme.admission_year <= coalesce(try_cast(year_to as integer), 9999)
)

select * from valid_limit
order by programme_code, limit_code
