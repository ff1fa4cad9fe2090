-- Courses of the grade rosters with their syllabus. One row per distinct course code and subject.
with published_course as (
    select
        course_no,
        course_code,
        subject,
        is_valid_code,
        school_code,
        entry_year,
        school_type,
        program_group,
        department,
        class_group,
        course_category,
        delivery,
        subject_attribute,
        learning_area,
        subject_code,
        raw_roster_syllabus_match.syllabus_id,
        raw_roster_syllabus_match.match_method,
    from raw_roster_course
    left join raw_roster_syllabus_match using (course_code, subject)
)

select * from published_course
order by course_no
