-- The snapshot in which each person last looked at an application; no judgement, one row is enough.

create table application_seen (
    person_id text not null,
    plan_id text not null references plan (plan_id),
    application_id text not null,
    snapshot_id text not null,
    seen_at text not null,
    primary key (person_id, plan_id, application_id)
);

-- A reading place also keeps the view and the filter; empty for the usual view and for no filter.
alter table reading_place add column view_code text not null default '';

alter table reading_place add column filter_text text not null default '';
