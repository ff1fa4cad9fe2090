-- Review items of an admission channel and year. One row per item code, in the order of the list.
select
    item_code,
    item_group,
    label,
    coalesce(category_codes, []) as category_codes,
from review_item
where admission_channel = $admission_channel
    and admission_year = $admission_year
order by sort_order, item_code
