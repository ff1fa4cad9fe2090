-- The snapshot in which each person last looked at an application; no judgement, one row is enough.

create table application_seen (
    person_id text not null,
    plan_id text not null references plan (plan_id),
    application_id text not null,
    snapshot_id text not null,
    seen_at text not null,
    primary key (person_id, plan_id, application_id)
);
