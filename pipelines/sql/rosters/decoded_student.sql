-- Rows of student sheets with their keys and findings as bits (see roster_finding.csv). One row per row.
with keyed_row as (
    select
        received.* exclude (program_group, department, division, class_kind, gender_code),
        file_no,
        running_number - first_number as position,
        student_no,
        school_key.is_test,
        school_key.plain_code <> school_key.school_code as is_repaired,
        roster_year(academic_year) as taken_year,
        roster_semester(semester) as taken_semester,
        given_text(program_group) as program_group,
        given_text(department) as department,
        given_text(division) as division,
        given_text(class_kind) as class_kind,
        given_text(gender_code) as gender_code,
    from received
    join roster_file using (filename)
    left join student_key using (student_id)
    left join school_key on school_key.received_code = received.school_code
),

found_row as (
    select
        *,
        cast(
            case when is_test then 1 else 0 end
            + case when student_no is null then 2 else 0 end
            + case when taken_year is null or taken_semester is null then 4 else 0 end
            + case
                when coalesce(roster_plain(birth_date) <> twin.first_birth_date, false) then 32
                else 0
            end
            + case when is_repaired then 2048 else 0 end
            as usmallint
        ) as findings,
    from keyed_row
    left join twin_student as twin using (student_no)
),

told_row as (
    select
        *,
        case
            when findings = 0 or findings & 2 = 2 then null
            when findings & 1 = 1 then school_code
            when findings & 4 = 4 then concat_ws('/', academic_year, semester)
            when findings & 2048 = 2048 then school_code
        end as found_value,
    from found_row
)

select * from told_row
