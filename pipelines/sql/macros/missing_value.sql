-- What counts as given in a text: neither blank, nor the word for none (U+7121), nor a sentinel number.
create macro stripped(received) as
    trim(received, chr(9) || chr(10) || chr(13) || chr(32) || chr(12288));

create macro given_text(received) as
    case
        when stripped(received) not in (
            '', chr(28961), '-1', '-999', '-999.99', '-9999.999', '-1.0', '-999.0'
        ) then received
    end;

-- Numbers are decoded once per distinct text, see decoded_number.
create macro in_grade_range(number_value) as
    case when number_value between 0 and 100 then cast(number_value as decimal(6, 2)) end;
