-- Programmes of only one of two snapshots, or with another name or year. One row per such programme.
with compared as (
    select
        case
            when older.programme.programme_name is null then 'appeared'
            when newer.programme.programme_name is null then 'vanished'
            else 'replaced'
        end as fate,
        programme_code,
    from older.programme
    full join newer.programme using (programme_code)
    where (older.programme.programme_name, older.programme.admission_year)
        is distinct from (newer.programme.programme_name, newer.programme.admission_year)
)

select * from compared
order by fate, programme_code
