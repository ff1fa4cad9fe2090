-- Equal files and nearly equal texts of different persons, counted only. One row per kind.
with counted as (
    select
        1 as place,
        'repeated_file' as kind,
        count(*) as things,
        coalesce(max(applicants), 0) as most,
    from repeated_file
    union all
    select
        2,
        text_kind || case when is_identical then '_identical' else '_alike' end,
        count(*),
        coalesce(max(similarity), 0),
    from similar_text
    group by text_kind, is_identical
)

select kind, things from counted
order by place, kind
