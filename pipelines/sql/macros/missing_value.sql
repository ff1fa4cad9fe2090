-- What counts as given: neither blank, nor the word for none (U+7121), nor a sentinel number.
create macro stripped(received) as
    trim(received, chr(9) || chr(10) || chr(13) || chr(32) || chr(12288));

create macro is_given(received) as
    received is not null
    and stripped(received) not in ('', chr(28961))
    and coalesce(
        try_cast(stripped(received) as decimal(18, 3)) not in (-1, -999, -999.99, -9999.999),
        true
    );

create macro given_text(received) as
    case when is_given(received) then received end;

create macro given_number(received) as
    case when is_given(received) then try_cast(stripped(received) as decimal(18, 3)) end;

create macro whole_number(received) as
    case
        when given_number(received) % 1 = 0 and abs(given_number(received)) < 1000000
            then cast(given_number(received) as integer)
    end;

create macro grade_number(received) as
    case
        when given_number(received) between 0 and 100
            then cast(given_number(received) as decimal(6, 2))
    end;
