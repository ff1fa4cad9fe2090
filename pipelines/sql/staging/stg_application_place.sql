-- Applications counted through programme by programme: the order in which evidence is laid out. One row per application.
with placed_application as (
    select
        application_id,
        programme_code,
        cast(row_number() over (order by programme_code, application_id) as integer) as application_place,
    from raw_application
)

select * from placed_application
