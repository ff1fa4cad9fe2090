-- What a course teaches. One row per syllabus, at most one.
select
    syllabus_id,
    course_code,
    subject,
    english_name,
    requirement,
    teacher_sources,
    learning_areas,
    interdisciplinary,
    subject_source,
    core_competencies,
    prerequisite,
    student_profile,
    aims,
    weeks,
    assessment,
    remarks,
    issues,
    study_clusters,
from syllabus
where syllabus_id = $syllabus_id
