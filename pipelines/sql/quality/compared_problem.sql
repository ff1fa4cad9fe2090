-- Rules that were broken more or less often than before. One row per such rule.
with compared as (
    select
        rule,
        coalesce(older.rule_count.problems, 0) as older_problems,
        coalesce(newer.rule_count.problems, 0) as newer_problems,
    from older.rule_count
    full join newer.rule_count using (rule)
)

select * from compared
where older_problems <> newer_problems
order by rule
