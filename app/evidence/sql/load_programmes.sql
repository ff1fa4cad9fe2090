-- Programmes of the snapshot. One row per programme.
select
    programme_code,
    programme_name,
    university_name,
    admission_channel,
    admission_year,
from programme
order by admission_channel, admission_year, programme_code
