-- The study cluster that a syllabus of exactly this code names. One row per offered code that has one.
with named_cluster as (
    select
        course_code,
        first(regexp_replace(study_clusters[1], suffix.name || '$', '') order by syllabus_id) as cluster,
        first(suffix.name) as suffix,
    from stg_syllabus
    join ref_wording as suffix on suffix.code = 'cluster_suffix'
    where len(study_clusters) > 0
    group by course_code
),

cluster_node as (
    select
        course_code,
        cluster || suffix as cluster_name,
        coalesce('c' || ref_study_cluster.code, 'x' || left(md5(cluster), 10)) as node_code,
    from named_cluster
    left join ref_study_cluster on ref_study_cluster.name = cluster
)

select * from cluster_node
