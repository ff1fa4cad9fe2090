-- The node of the course tree and its label, from the category and what stands for the other parts of a code.
create macro course_node_code(category, category_name, national_node, national_subject, cluster_node, area_node) as
    case
        when category_name is null then 'g.invalid'
        when category = '1' then 'g.1.' || coalesce(national_node, 'x' || left(md5(national_subject), 10))
        when category = '2' then 'g.2.' || coalesce(cluster_node, area_node)
        when category between '3' and '7' then 'g.' || category || '.' || area_node
        else 'g.' || category
    end;

create macro course_node_label(category, category_name, national_subject, cluster_name, area_name, invalid_name) as
    case
        when category_name is null then invalid_name
        when category = '1' then category_name || '-' || national_subject
        when category = '2' then category_name || '-' || coalesce(cluster_name, area_name)
        when category between '3' and '7' then category_name || '-' || area_name
        else category_name
    end;
