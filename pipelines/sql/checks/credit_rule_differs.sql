-- warn: credited enrichment in flexible time (9 + D) needs credits and no grade, where the record says so
with ruled_record as (
    select
        stg_course_record.*,
        trim(json_extract_string(raw_record, '$."' || ref_wording.name || '"')) as credit_rule,
    from stg_course_record
    join stg_course using (course_code)
    join ref_wording on ref_wording.code = 'credit_rule_key'
    where course_category = '9' and subject_attribute = 'D'
)

select
    file_id,
    position as row_position,
    'credit_rule' as column_name,
    credit_rule as raw_value,
    application_id,
from ruled_record
where credit_rule is not null and credit_rule <> '3'
