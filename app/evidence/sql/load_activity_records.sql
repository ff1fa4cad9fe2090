-- Activity records of an application, by list and place in it. One row per entry.
select
    activity_record.activity_id,
    activity_record.activity_list,
    activity_record.category_code,
    activity_record.title,
    activity_record.organiser,
    activity_record.role,
    activity_record.level_name,
    activity_record.start_date,
    activity_record.end_date,
    activity_record.academic_year,
    activity_record.semester,
    activity_record.hours,
    activity_record.summary,
    activity_record.external_link,
from activity_record
left join evidence_category using (category_code)
where activity_record.application_place = $application_place
    and ($category_code is null or activity_record.category_code = $category_code)
order by evidence_category.sort_order nulls last, activity_record.activity_list, activity_record.position
