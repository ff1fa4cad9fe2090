-- fail: every estimated standing lies within its range, and that within 0 and 100
with standing as (
    select record_id as place, estimated_standing, standing_best, standing_worst
    from course_record
    union all
    select application_id as place, estimated_standing, standing_best, standing_worst
    from semester_standing
)

select * from standing
where not (
    0 <= standing_best
    and standing_best <= estimated_standing
    and estimated_standing <= standing_worst
    and standing_worst <= 100
)
