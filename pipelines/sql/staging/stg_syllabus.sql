-- Syllabi with their lists split. One row per raw syllabus.
with split_syllabus as (
    select
        syllabus_id,
        file_id,
        position,
        coalesce(stripped(course_code), '') as course_code,
        published_year.whole_value as academic_year,
        coalesce(subject, '') as subject,
        given_text(english_name) as english_name,
        given_text(requirement) as requirement,
        split_list(teacher_sources) as teacher_sources,
        split_list(learning_areas) as learning_areas,
        split_list(interdisciplinary) as interdisciplinary,
        given_text(subject_source) as subject_source,
        split_list(core_competencies) as core_competencies,
        given_text(prerequisite) as prerequisite,
        given_text(student_profile) as student_profile,
        given_text(aims) as aims,
        given_text(weeks) as weeks,
        given_text(assessment) as assessment,
        given_text(remarks) as remarks,
        split_list(issues) as issues,
        split_list(study_clusters) as study_clusters,
        given_text(applies_to) as applies_to,
        given_text(offered_in) as offered_in,
        given_text(credits) as credits,
        given_text(materials) as materials,
        raw_record,
    from raw_syllabus
    left join decoded_number as published_year on published_year.text = raw_syllabus.academic_year
)

select * from split_syllabus
