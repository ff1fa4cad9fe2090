-- Rules that found problems, rows set aside first, then the most frequent. One row per rule.
select
    rule,
    severity,
    problems,
    files,
    applications,
    message,
from rule_count
order by severity <> 'set_aside', problems desc, rule
