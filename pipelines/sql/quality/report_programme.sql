-- Programmes with their applications and how these arrived. One row per programme.
select
    programme_code,
    programme_name,
    count(application_id) as applications,
    count_if(submission_mode = 'database') as database_mode,
    count_if(submission_mode = 'partial_pdf') as partial_pdf_mode,
    count_if(submission_mode = 'pdf') as pdf_mode,
    count_if(submission_mode = 'missing') as missing_mode,
from programme
left join application using (programme_code)
group by programme_code, programme_name
order by programme_code
