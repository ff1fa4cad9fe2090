-- Digits of full width (U+FF10 to U+FF19) as those of half width.
create macro plain_digits(received) as translate(
    received,
    array_to_string(list_transform(range(65296, 65306), lambda point: chr(cast(point as integer))), ''),
    '0123456789'
);
