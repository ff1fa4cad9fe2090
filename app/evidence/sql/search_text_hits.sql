-- The first entries and pages of each category in which one of the words stands. One row per entry or page.
with own_text as (
    select
        application_place,
        category_code,
        entry_id,
        page_number,
        text,
        folded_text,
    from searchable_text
    where application_place between $first_place and $last_place
        and application_place in (select unnest($places::integer[]))
        and not ($leaves_courses and starts_with(category_code, 'course_group.'))
    union all
    -- Level names no word stands in are told by nothing; the entries that bear another are not searched here.
    select application_place, category_code, activity_id, null, level.level_name, level.folded_name
    from activity_record
    inner join (
        select unnest($level_names::varchar[]) as level_name, unnest($folded_levels::varchar[]) as folded_name
    ) as level using (level_name)
    where application_place between $first_place and $last_place
        and application_place in (select unnest($places::integer[]))
),

marked as (
    select
        * exclude (folded_text),
        list_sum(list_transform($words::varchar[], lambda word, place: if(
            contains(folded_text, word) and (
                len(($categories::varchar[][])[place]) = 0
                or list_contains(($categories::varchar[][])[place], category_code)
            ),
            1::bigint << (place - 1)::integer,
            0
        )))::bigint as found,
    from own_text
    where $category_code is null or category_code = $category_code
),

entry as (
    select
        application_place,
        category_code,
        entry_id,
        page_number,
        string_agg(text, ' · ' order by text) as text,
        bit_or(found) as found,
    from marked
    group by application_place, category_code, entry_id, page_number
    having bit_or(found) > 0
),

shown as (
    select *
    from entry
    -- What holds most of the words comes shown.
    qualify row_number() over (
        partition by application_place, category_code
        order by bit_count(found) desc, entry_id, page_number nulls first
    ) <= $most
)

select
    shown.application_place,
    shown.category_code,
    shown.entry_id,
    shown.found,
    shown.text,
    shown.page_number,
    course_record.academic_year,
    course_record.semester,
    course_record.grade,
    course_record.estimated_standing,
from shown
left join course_record
    on course_record.application_place between $first_place and $last_place
    and course_record.application_place = shown.application_place
    and course_record.record_id = shown.entry_id
order by
    shown.application_place,
    shown.category_code,
    bit_count(shown.found) desc,
    course_record.academic_year,
    course_record.semester,
    shown.entry_id,
    shown.page_number nulls first
