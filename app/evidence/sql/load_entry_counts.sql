-- Entries of some categories, each application for itself. One row per application and category with entries.
select
    application_place,
    category_code,
    entries,
from category_count
where application_place between $first_place and $last_place
    and application_place in (select unnest($places::integer[]))
    and list_contains($categories::varchar[], category_code)
order by application_place, category_code
