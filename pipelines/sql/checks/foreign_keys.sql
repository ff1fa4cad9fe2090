-- fail: every key that points to another table is found there
with reference as (
    select 'application.applicant_id' as place, applicant_id as key
    from application anti join applicant using (applicant_id)
    union all
    select 'application.programme_code', programme_code
    from application anti join programme using (programme_code)
    union all
    select 'course_record.application_id', application_id
    from course_record anti join application using (application_id)
    union all
    select 'course_record.course_code', course_code
    from course_record anti join course using (course_code)
    union all
    select 'course_record.course_group_code', course_group_code
    from course_record anti join course_group using (course_group_code)
    union all
    select 'course_record.grade_distribution_id', grade_distribution_id
    from course_record anti join grade_distribution using (grade_distribution_id)
    union all
    select 'course.course_group_code', course_group_code
    from course anti join course_group using (course_group_code)
    union all
    select 'semester_standing.application_id', application_id
    from semester_standing anti join application using (application_id)
    union all
    select 'semester_standing.grade_distribution_id', grade_distribution_id
    from semester_standing anti join grade_distribution using (grade_distribution_id)
    union all
    select 'course_outcome.application_id', application_id
    from course_outcome anti join application using (application_id)
    union all
    select 'activity_record.application_id', application_id
    from activity_record anti join application using (application_id)
    union all
    select 'document.application_id', application_id
    from document anti join application using (application_id)
    union all
    select 'document.file_id', file_id
    from document anti join source_file using (file_id)
    union all
    select 'attachment.application_id', application_id
    from attachment anti join application using (application_id)
    union all
    select 'attachment.file_id', file_id
    from attachment anti join source_file using (file_id)
    union all
    select 'course_syllabus_match.syllabus_id', syllabus_id
    from course_syllabus_match anti join syllabus using (syllabus_id)
    union all
    select 'category_count.application_id', application_id
    from category_count anti join application using (application_id)
    union all
    select 'searchable_text.application_id', application_id
    from searchable_text anti join application using (application_id)
)

select * from reference
where key is not null
