-- What counts as given in a text: neither blank, nor the word for none (U+7121), nor a sentinel number.
create macro stripped(received) as
    trim(received, chr(9) || chr(10) || chr(13) || chr(32) || chr(12288));

-- One pattern, because a list of eight texts costs more to plan, fifty times, than to run.
create macro given_text(received) as
    case
        when not regexp_full_match(
            received,
            '[\t\n\r \x{3000}]*(\x{7121}|-1|-999|-999\.99|-9999\.999|-1\.0|-999\.0)?[\t\n\r \x{3000}]*'
        ) then received
    end;

-- Numbers are decoded once per distinct text, see decoded_number.
create macro in_grade_range(number_value) as
    case when number_value between 0 and 100 then cast(number_value as decimal(6, 2)) end;
