-- warn: the bins of a distribution add up to its population
with carried_distribution as (
    select file_id, application_id, position, 'grade_bins' as column_name, grade_distribution_id
    from raw_course_record
    union all by name
    select file_id, application_id, position, standing_level as column_name, grade_distribution_id
    from raw_semester_standing
)

select
    file_id,
    position as row_position,
    column_name,
    bin_total || ' / ' || population as raw_value,
    application_id,
from carried_distribution
join grade_distribution using (grade_distribution_id)
where bin_total <> population
