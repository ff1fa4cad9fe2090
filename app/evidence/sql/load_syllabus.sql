-- What a course teaches. One row per syllabus, at most one.
select
    syllabus_id,
    course_code,
    subject,
    english_name,
    requirement,
    coalesce(teacher_sources, []) as teacher_sources,
    coalesce(learning_areas, []) as learning_areas,
    coalesce(interdisciplinary, []) as interdisciplinary,
    subject_source,
    coalesce(core_competencies, []) as core_competencies,
    prerequisite,
    student_profile,
    aims,
    weeks,
    assessment,
    remarks,
    coalesce(issues, []) as issues,
    coalesce(study_clusters, []) as study_clusters,
from syllabus
where syllabus_id = $syllabus_id
