-- Phrases a reviewer keeps for comments; no judgement.

create table phrase (
    person_id text not null,
    phrase_id text not null,
    content text not null,
    place integer not null,
    saved_at text not null,
    primary key (person_id, phrase_id)
);
