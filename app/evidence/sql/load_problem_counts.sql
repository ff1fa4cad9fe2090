-- How often each rule was broken. One row per rule and severity, the most frequent first.
select
    rule,
    severity,
    count(*) as problems,
from data_problem
where $programme_code is null or programme_code = $programme_code
group by rule, severity
order by problems desc, rule, severity
