-- Applications whose profile names a test school; none of their files is published. One row per application.
with named_school as (
    select
        application_id,
        school_code,
    from applicant_file
    join parsed_file using (file_ref)
    where file_id = counting_file_id and file_role = 'profile'
)

select application_id from named_school
semi join ref_test_school on ref_test_school.code = named_school.school_code
