-- Offered courses with their node; one that was taken stands where its records do. One row per code and subject of the lists.
with offer_part as (
    select
        coalesce(raw_course_offer.course_code, '') as course_code,
        coalesce(raw_course_offer.subject, '') as subject,
        semester_credits,
        course_plan_code,
        stg_offer_code.course_category,
        course_category_name,
        coalesce(ref_subject.name, raw_course_offer.subject, '') as national_subject,
        coalesce(
            stg_learning_area_node.learning_area_name,
            unknown.name || '(' || stg_offer_code.learning_area || ')'
        ) as area_name,
        coalesce(stg_learning_area_node.node_code, stg_offer_code.learning_area) as area_node,
        cluster_name,
        stg_offer_cluster.node_code as cluster_node,
        invalid.name as invalid_name,
    from raw_course_offer
    left join stg_offer_code using (course_code)
    left join stg_offer_cluster using (course_code)
    left join stg_learning_area_node on stg_learning_area_node.learning_area = stg_offer_code.learning_area
    left join ref_subject
        on ref_subject.course_category = stg_offer_code.course_category
        and ref_subject.subject_attribute = stg_offer_code.subject_attribute
        and ref_subject.learning_area = stg_offer_code.learning_area
        and ref_subject.code = subject_code
    join ref_wording as unknown on unknown.code = 'unknown_code'
    join ref_wording as invalid on invalid.code = 'invalid_course_code'
),

placed_offer as (
    select
        offer_part.course_code,
        offer_part.subject,
        semester_credits,
        course_plan_code,
        case when course_category_name is null then '' else offer_part.course_category end as course_category,
        coalesce(
            stg_course_node.course_group_code,
            course_node_code(
                offer_part.course_category,
                course_category_name,
                stg_national_subject_node.node_code,
                national_subject,
                cluster_node,
                area_node
            )
        ) as course_group_code,
        coalesce(
            stg_course_node.label,
            course_node_label(
                offer_part.course_category,
                course_category_name,
                national_subject,
                cluster_name,
                area_name,
                invalid_name
            )
        ) as label,
    from offer_part
    left join stg_national_subject_node on stg_national_subject_node.subject = national_subject
    left join stg_course_node
        on stg_course_node.course_code = offer_part.course_code
        and stg_course_node.subject = offer_part.subject
)

select * from placed_offer
