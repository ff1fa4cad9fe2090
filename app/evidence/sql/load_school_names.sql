-- Names of a school through the years. One row per school year with a name.
select
    academic_year,
    school_name,
from school_name
where school_code = $school_code
order by academic_year
