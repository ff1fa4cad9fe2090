-- Entries of some applications of a programme in some categories, in a line each. One row per entry, in tree order.
with line as (
    select
        application_id,
        'course_group.' || course_group_code as category_code,
        record_id as entry_id,
        subject as title,
        null as detail,
        academic_year,
        semester,
        grade,
        grade_text,
        estimated_standing,
        coalesce(academic_year, 999) * 10 + coalesce(semester, 9) as place,
        subject as name_place,
        position,
    from course_record
    where application_place between $first_place and $last_place
        and list_contains($application_ids::varchar[], application_id)
        and (
            list_contains($category_codes::varchar[], 'course_group.' || course_group_code)
            or list_contains($category_codes::varchar[], 'course_group')
        )
    union all
    select
        application_id, category_code, activity_id, title, concat_ws(' · ', role, level_name, organiser),
        academic_year, semester, null, null, null, 0, null, position,
    from activity_record
    where application_place between $first_place and $last_place
        and list_contains($application_ids::varchar[], application_id)
        and list_contains($category_codes::varchar[], category_code)
    union all
    select
        application_id, 'course_outcome', outcome_id, subject, summary,
        academic_year, semester, null, null, null, 0, null, position,
    from course_outcome
    where application_place between $first_place and $last_place
        and list_contains($application_ids::varchar[], application_id)
        and list_contains($category_codes::varchar[], 'course_outcome')
    union all
    select
        application_id, category_code, document_id, parse_filename(relative_path), null,
        null, null, null, null, null, 0, document_id, 0,
    from document
    where application_place between $first_place and $last_place
        and list_contains($application_ids::varchar[], application_id)
        and list_contains($category_codes::varchar[], category_code)
    union all
    select
        application_id, category_code, attachment_id, parse_filename(relative_path), null,
        null, null, null, null, null, 1, relative_path, 0,
    from attachment
    where application_place between $first_place and $last_place
        and list_contains($application_ids::varchar[], application_id)
        and list_contains($category_codes::varchar[], category_code)
        and owner_id is null
        and file_id is not null
)

select
    application_id,
    category_code,
    entry_id,
    title,
    left(detail, 120) as detail,
    academic_year,
    semester,
    grade,
    grade_text,
    estimated_standing,
from line
order by application_id, category_code, place, name_place, position, entry_id
