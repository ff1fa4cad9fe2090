-- Values of rosters: cast where they are plain, with full-width digits read as digits.
create macro roster_plain(received) as
    trim(translate(received, '０１２３４５６７８９．－', '0123456789.-'));

-- An exponent is the work of a spreadsheet, no grade.
create macro roster_number(received) as
    case
        when contains(received, 'E') or contains(received, 'e') then null
        else coalesce(
            try_cast(received as decimal(9, 3)), try_cast(roster_plain(received) as decimal(9, 3))
        )
    end;

create macro is_sentinel(number_value) as
    coalesce(number_value in (-1, -999, -999.99, -9999.999), false);

create macro roster_grade(number_value) as
    case when number_value between 0 and 100 then cast(number_value as decimal(5, 2)) end;

create macro is_unread_number(received, number_value) as
    case when number_value is null and received is not null then given_text(received) is not null else false end;

create macro is_outside_grades(number_value) as
    coalesce(not number_value between 0 and 100 and not is_sentinel(number_value), false);

create macro roster_flag(received) as
    case received
        when '1' then true
        when '0' then false
        when '-1' then null
        else case lower(trim(received)) when 'true' then true when 'false' then false end
    end;

create macro is_unread_flag(received) as
    case
        when received in ('1', '0', '-1') or received is null then false
        else lower(trim(received)) not in ('true', 'false') and given_text(received) is not null
    end;

create macro roster_year(received) as
    case when try_cast(received as usmallint) between 80 and 200 then cast(received as usmallint) end;

create macro roster_semester(received) as
    case when try_cast(received as utinyint) <= 2 then cast(received as utinyint) end;

-- Blank, or what a spreadsheet makes of a long number: no person can be told by it.
create macro is_lost_identity(student_id) as
    student_id is null or trim(student_id) = '' or regexp_full_match(student_id, '[0-9](\.[0-9]+)?E\+[0-9]{1,3}');
