-- Deliveries in the order of arrival. One row per delivery.
select
    delivery_number,
    delivery_name,
    files,
    files_superseded,
from delivery
order by delivery_number
