-- fail: every table has one row per its key
with keyed as (
    select 'programme' as table_name, programme_code as key from programme
    union all
    select 'applicant', applicant_id from applicant
    union all
    select 'application', application_id from application
    union all
    select 'application of a person', applicant_id || ' ' || programme_code from application
    union all
    select 'course', course_code from course
    union all
    select 'course_group', course_group_code from course_group
    union all
    select 'course_group label', label from course_group
    union all
    select 'course_record', record_id from course_record
    union all
    select 'grade_distribution', grade_distribution_id from grade_distribution
    union all
    select 'course_outcome', outcome_id from course_outcome
    union all
    select 'activity_record', activity_id from activity_record
    union all
    select 'document', document_id from document
    union all
    select 'attachment', attachment_id from attachment
    union all
    select 'syllabus', syllabus_id from syllabus
    union all
    select 'course_syllabus_match', course_code || ' ' || subject from course_syllabus_match
    union all
    select 'course_offer', course_code || ' ' || subject from course_offer
    union all
    select 'review_item', admission_channel || admission_year || item_code from review_item
    union all
    select 'evidence_category', category_code from evidence_category
    union all
    select 'category_count', application_id || ' ' || category_code from category_count
    union all
    select 'school', school_code from school
    union all
    select 'source_file', file_id from source_file
    union all
    select 'source_file path', relative_path from source_file
    union all
    select 'data_problem', cast(problem_id as varchar) from data_problem
)

select
    table_name,
    key,
    count(*) as entries,
from keyed
group by table_name, key
having count(*) > 1 or key is null
