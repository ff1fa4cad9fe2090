-- Review items in force for the rounds of the programmes. One row per channel, year and item.
with round as (
    select distinct admission_channel, admission_year
    from programme
),

item_in_force as (
    select
        admission_channel,
        admission_year,
        item_code,
        item_group,
        label,
        string_split(category_codes, '|') as category_codes,
        cast(sort_order as integer) as sort_order,
    from ref_review_item
    join round using (admission_channel)
    where admission_year >= cast(year_from as integer)
        and admission_year <= cast(coalesce(nullif(year_to, ''), '999') as integer)
)

select * from item_in_force
order by admission_channel, admission_year, sort_order
