-- Lists joined by the ideographic comma, and the name of a code or the words for an unknown one.
create macro split_list(received) as
    list_filter(
        [trim(word) for word in string_split(coalesce(given_text(received), ''), chr(12289))],
        lambda word: word <> ''
    );
