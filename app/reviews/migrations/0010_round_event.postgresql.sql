-- What happens to a round beside scores and plans, as versions of subjects, and the guard that refuses to change it.

create table round_event (
    event_id text not null primary key,
    plan_id text not null,
    kind text not null,
    subject text not null,
    revision integer not null check (revision >= 1),
    content text not null,
    person_id text,
    saved_at text not null,
    unique (plan_id, kind, subject, revision)
);

create trigger round_event_append_only before update or delete or truncate on round_event
for each statement execute function refuse_change();
