-- The study cluster of a course, from its syllabus. One row per course code and subject that has one.
with first_cluster as (
    select
        raw_course_syllabus_match.course_code,
        raw_course_syllabus_match.subject,
        regexp_replace(study_clusters[1], suffix.name || '$', '') as cluster,
        suffix.name as suffix,
    from raw_course_syllabus_match
    join stg_syllabus using (syllabus_id)
    join ref_wording as suffix on suffix.code = 'cluster_suffix'
    where len(study_clusters) > 0
),

named_cluster as (
    select
        course_code,
        subject,
        cluster || suffix as cluster_name,
        case
            when ref_study_cluster.code is not null then 'c' || ref_study_cluster.code
            else 'x' || left(md5(cluster), 10)
        end as node_code,
    from first_cluster
    left join ref_study_cluster on ref_study_cluster.name = cluster
)

select * from named_cluster
