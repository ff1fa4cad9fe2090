-- The tree node of each course. One row per course code and subject of the records.
with course_subject as (
    select distinct course_code, subject
    from stg_course_record
),

node_part as (
    select
        course_subject.course_code,
        course_subject.subject,
        stg_course.course_category,
        course_category_name,
        coalesce(reference_subject, course_subject.subject) as national_subject,
        coalesce(
            stg_course.learning_area_name, unknown.name || '(' || stg_course.learning_area || ')'
        ) as area_name,
        coalesce(stg_learning_area_node.node_code, stg_course.learning_area) as area_node,
        cluster_name,
        stg_course_cluster.node_code as cluster_node,
        invalid.name as invalid_name,
    from course_subject
    join stg_course using (course_code)
    left join stg_learning_area_node using (learning_area)
    left join stg_course_cluster
        on stg_course_cluster.course_code = course_subject.course_code
        and stg_course_cluster.subject = course_subject.subject
    join ref_wording as unknown on unknown.code = 'unknown_code'
    join ref_wording as invalid on invalid.code = 'invalid_course_code'
),

course_node as (
    select
        node_part.course_code,
        node_part.subject,
        case when course_category_name is null then '' else course_category end as course_category,
        course_node_code(
            course_category,
            course_category_name,
            stg_national_subject_node.node_code,
            national_subject,
            cluster_node,
            area_node
        ) as course_group_code,
        course_node_label(
            course_category, course_category_name, national_subject, cluster_name, area_name, invalid_name
        ) as label,
    from node_part
    left join stg_national_subject_node on stg_national_subject_node.subject = national_subject
)

select * from course_node
