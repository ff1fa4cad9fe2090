-- Problems of reading; those of a file that a later one replaces went with it. One row per problem.
with test_file as (
    select
        case when file_role = 'profile' then 'test_school' else 'application_set_aside' end as rule,
        file_id,
        application_id,
        programme_code,
    from applicant_file
    semi join test_application using (application_id)
    where file_id = counting_file_id
),

media_problem as (
    select
        listed_problem.*,
        application_id,
        programme_code,
    from listed_problem
    join live_file using (file_id)
),

every_problem as (
    select * from list_problem
    union all by name
    select * from found_problem
    union all by name
    select * from media_problem
    union all by name
    select * from test_file
)

select * from every_problem
