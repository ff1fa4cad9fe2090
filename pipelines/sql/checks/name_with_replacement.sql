-- warn: no name has a sign that stands for a character lost on the way
select
    file_id,
    position as row_position,
    'name' as column_name,
    name as raw_value,
    application_id,
from raw_profile
where
    -- U+FFFD, the full-width question mark, the geta mark and the empty box; a plain one only beside wide characters.
    regexp_matches(name, '[\x{FFFD}\x{FF1F}\x{3013}\x{25A1}]')
    or (contains(name, '?') and regexp_matches(name, '[\x{2E80}-\x{9FFF}\x{F900}-\x{FAFF}\x{20000}-\x{3FFFF}]'))
