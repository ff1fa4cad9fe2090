-- How many entries and pages hold which of the words. One row per application, category and set of words.
with own_text as (
    select
        application_place,
        category_code,
        entry_id,
        page_number,
        folded_text,
    from searchable_text
    where application_place between $first_place and $last_place
        -- Where courses are asked for as well, their names are: else one course would be counted twice.
        and not ($leaves_courses and starts_with(category_code, 'course_group.'))
        and len(list_filter($words::varchar[], lambda word: contains(folded_text, word))) > 0
    union all
    -- The name of a level stands on the screen and not among the texts; which names hold a word is known already.
    select application_place, category_code, activity_id, null, level.folded_name
    from activity_record
    inner join (
        select unnest($level_names::varchar[]) as level_name, unnest($folded_levels::varchar[]) as folded_name
    ) as level using (level_name)
    where application_place between $first_place and $last_place
),

marked as (
    select
        application_place,
        category_code,
        entry_id,
        page_number,
        -- Bit n is word n, where that word is sought in this category; no category means all of them.
        list_sum(list_transform($words::varchar[], lambda word, place: if(
            contains(folded_text, word) and (
                len(($categories::varchar[][])[place]) = 0
                or list_contains(($categories::varchar[][])[place], category_code)
            ),
            1::bigint << (place - 1)::integer,
            0
        )))::bigint as found,
    from own_text
    where application_place in (select unnest($places::integer[]))
),

entry as (
    select
        application_place,
        category_code,
        bit_or(found) as found,
    from marked
    group by application_place, category_code, entry_id, page_number
)

select
    application_place,
    category_code,
    found,
    count(*)::integer as entries,
from entry
where found > 0
group by all
