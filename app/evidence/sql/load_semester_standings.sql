-- Semester grades against school, program group and department. One row per semester and level.
select
    semester_standing.academic_year,
    semester_standing.semester,
    semester_standing.standing_level,
    semester_standing.unit_name,
    semester_standing.semester_grade,
    semester_standing.estimated_standing,
    semester_standing.standing_best,
    semester_standing.standing_worst,
    grade_distribution.grade_distribution_id,
    grade_distribution.population,
    grade_distribution.grade_bins,
    grade_distribution.ten_point_bars,
from semester_standing
left join grade_distribution using (distribution_place)
where semester_standing.application_place = $application_place
order by
    semester_standing.academic_year,
    semester_standing.semester,
    list_position(['school', 'program_group', 'department'], semester_standing.standing_level)
