-- warn: no name has a character of private use, which looks right on one computer only
select
    file_id,
    position as row_position,
    'name' as column_name,
    name as raw_value,
    application_id,
from raw_profile
where regexp_matches(name, '[\x{E000}-\x{F8FF}\x{F0000}-\x{10FFFF}]')
