-- Names that must not be printed. One row per distinct name.
select distinct name from applicant
where length(name) > 1
order by name
