-- The log, and guards that refuse to change what was once written.

create table audit_event (
    event_id bigint generated always as identity primary key,
    occurred_at text not null,
    person_id text,
    action text not null,
    object_key text not null,
    detail text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception using message = tg_table_name || ' is append-only', errcode = 'restrict_violation';
end;
$$;

create trigger review_event_append_only before update or delete or truncate on review_event
for each statement execute function refuse_change();

create trigger plan_draft_append_only before update or delete or truncate on plan_draft
for each statement execute function refuse_change();

create trigger plan_locked_append_only before update or delete or truncate on plan_locked
for each statement execute function refuse_change();

create trigger audit_event_append_only before update or delete or truncate on audit_event
for each statement execute function refuse_change();
