-- Which grade of a roster row counts, and why: the only place that decides it.
-- 0: graded, 1: credited enrichment outside means (9 + D), 2: group activities and flexible time.
create macro course_rule_of(course_category, subject_attribute) as
    case
        when course_category = '9' and subject_attribute = 'D' then 1
        when course_category in ('8', '9') then 2
        else 0
    end;

-- The mark is the school's own word; without it sixty points pass.
create macro is_first_passed(grade, is_passed) as coalesce(is_passed, grade >= 60, false);

-- A make-up exam counts only after a first grade that failed, as recorded, and only when it helps.
create macro counts_makeup(grade, makeup_grade, is_passed) as
    coalesce(not is_first_passed(grade, is_passed) and makeup_grade > coalesce(grade, -1), false);

create macro best_of_first(grade, makeup_grade, is_passed) as
    case when counts_makeup(grade, makeup_grade, is_passed) then makeup_grade else grade end;

create macro why_counted(attempt, credit_rule, course_rule, grade, makeup_grade, second_grade, is_passed) as
    case
        when course_rule = 2 then 'not_gradable'
        when course_rule = 1 or coalesce(credit_rule in (2, 3), false) then 'not_credited'
        when attempt = 'second_study' and second_grade is not null then 'better_of'
        when counts_makeup(grade, makeup_grade, is_passed) then 'makeup'
        when grade is not null then 'first'
        else 'not_graded'
    end;

create macro counted_by(reason, grade, makeup_grade, second_grade, is_passed) as
    case reason
        when 'first' then grade
        when 'makeup' then makeup_grade
        when 'better_of' then greatest(best_of_first(grade, makeup_grade, is_passed), second_grade)
    end;
