-- Who applies, with the profile of the first programme. One row per person of a channel and year.
with person as (
    select
        applicant_id,
        min(application_number) as application_number,
    from raw_application
    group by applicant_id
),

counted_type as (
    select
        applicant_id,
        school_type,
        count(*) as records,
    from stg_course_record
    join stg_course using (course_code)
    join raw_application using (application_id)
    where school_type is not null
    group by applicant_id, school_type
),

main_type as (
    select
        applicant_id,
        arg_max(school_type, (records, -unicode(school_type))) as school_type,
    from counted_type
    group by applicant_id
),

described_person as (
    select
        applicant_id,
        person.application_number,
        coalesce(given_text(name), '') as name,
        coalesce(folded_text, '') as name_key,
        coalesce(stg_school_code.school_code, '') as school_code,
        coalesce(given_text(school_name), '') as school_name,
        given_text(county) as county,
        main_type.school_type,
        given_text(program_group_name) as program_group_name,
        given_text(department_name) as department_name,
        given_text(class_kind) as class_kind,
        given_text(division) as division,
        given_text(experimental_type) as experimental_type,
        flag as low_income,
        given_text(applicant_status) as applicant_status,
        stg_applicant_plan.course_plan_code,
        raw_profile,
    from person
    left join stg_profile using (applicant_id)
    left join main_type using (applicant_id)
    left join stg_school_code on stg_school_code.received_code = stg_profile.school_code
    left join stg_applicant_plan using (applicant_id)
    left join decoded_text on decoded_text.text = name
    left join decoded_flag on decoded_flag.text = low_income
)

select * from described_person
order by applicant_id
