-- The number by which every table is laid out. One row per application, in that order.
select
    application_id,
    programme_code,
    application_place,
from application
order by application_place
