-- Where each person stopped reading, so that the desk opens there again; no judgement, one row is enough.

create table reading_place (
    person_id text not null,
    plan_id text not null references plan (plan_id),
    application_id text not null,
    category_code text not null,
    sort_order text not null,
    saved_at text not null,
    primary key (person_id, plan_id)
);
