-- In which mode applications arrived. One row per programme and submission mode.
select
    programme_code,
    submission_mode,
    count(*) as applications,
from application
group by programme_code, submission_mode
order by
    programme_code,
    list_position(['database', 'partial_pdf', 'pdf', 'missing'], submission_mode)
